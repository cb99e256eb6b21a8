"""The commands of `ossatlas`, one module per family."""
