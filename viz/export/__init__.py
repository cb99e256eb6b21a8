"""A view taken out of the page: pictures, data and a report, one module per format, each a pure function."""
