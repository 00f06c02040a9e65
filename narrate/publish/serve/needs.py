"""Whether the libraries that serving needs are installed: an extra."""

from importlib.util import find_spec

from narrate.errors import MissingPartError

_EXTRA = "'narrate-audio[serve]'"  # in quotes: zsh takes brackets for a pattern


def require() -> None:
    """Raise MissingPartError where the extra is not installed."""
    if not (find_spec("starlette") and find_spec("uvicorn")):
        raise MissingPartError(_EXTRA)
