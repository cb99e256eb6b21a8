"""The edge: settings, command line and HTTP are put together here and nowhere else."""
