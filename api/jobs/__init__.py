"""Loads and measures that the HTTP API starts: commands, one at a time. docs/decisions/0028 tells why."""
