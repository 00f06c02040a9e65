"""What some tests need of this machine: they are skipped without it, but fail in CI."""

import os
import shutil
from importlib.util import find_spec
from typing import NoReturn

import pytest


def need_programs(*names: str, packages: str) -> None:
    """Go on where these programs are; `packages` are Debian's that bring them."""
    missing = [name for name in names if not shutil.which(name)]
    if missing:
        _lacking(f"no {' and no '.join(missing)} here: apt-get install {packages}")


def need_libraries(*names: str, packages: str) -> None:
    """Go on where these libraries are; a module that asks is skipped whole."""
    missing = [name for name in names if not find_spec(name)]
    if missing:
        words = f"no {' and no '.join(missing)} here: pip install {packages}"
        _lacking(words, whole_module=True)


def _lacking(words: str, *, whole_module: bool = False) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"CI must try it, but there is {words}")
    pytest.skip(f"there is {words}", allow_module_level=whole_module)
