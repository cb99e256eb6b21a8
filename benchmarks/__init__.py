"""Speed, shown beside a peer in the same run, with memory beside time. `make bench` writes RESULTS.md."""
