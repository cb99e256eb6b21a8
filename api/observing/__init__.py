"""What a server tells of itself: metrics, logs, traces. docs/decisions/0029 tells why."""
