"""What keeps a server safe: whom it answers, how much, how long, how often. docs/decisions/0029 tells why."""
