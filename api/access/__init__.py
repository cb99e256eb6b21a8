"""Who may do what: tokens, tokens of others, and the gate. docs/decisions/0028 tells why."""
