"""The bundled tables, each with the mapping by which it is read; DATA-LICENSES.md names their sources."""
