"""ossatlas for notebooks and scripts: `import ossatlas`."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("ossatlas")
__all__ = ["__version__"]
