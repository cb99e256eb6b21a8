"""Parts of the client for remote sources: answers, limits, the way to the wire, and downloads."""
