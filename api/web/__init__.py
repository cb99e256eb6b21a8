"""What every answer over HTTP shares: formats, freshness, headers, its description."""
