"""One view per file: a Network into a Drawing, pure."""
