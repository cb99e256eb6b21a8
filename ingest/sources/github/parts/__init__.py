"""The readers of a repository's lists, one module each: they fetch, keep rows in the store, and move the cursor."""
