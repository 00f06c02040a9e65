"""Turn an article into a chaptered audio edition anyone can listen to."""

__version__ = "0.1.0"
