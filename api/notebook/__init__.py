"""What notebooks and scripts use: `ossatlas.connect()`, and answers as tables, networks and frames."""
