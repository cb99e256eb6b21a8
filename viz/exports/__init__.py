"""One file format per file: a Table or Network into bytes, pure."""
