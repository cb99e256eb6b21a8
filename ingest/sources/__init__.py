"""One module per source; each yields records and nothing else."""
