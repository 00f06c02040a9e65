"""Small archives for tests: articles that differ, and what lies in a folder of them."""

import hashlib
from pathlib import Path

from narrate.batch.base import Item
from narrate.batch.naming import name_for
from narrate.batch.plan import Plan
from narrate.options import Options

TOWNS = ("Visby", "Odense", "Brno", "Arles", "Gotha")


def write_articles(folder: Path, count: int) -> list[Path]:
    """Write so many short articles, each of its own words."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        town = TOWNS[number % len(TOWNS)]
        path = folder / f"a{number:03d}.txt"
        path.write_text(
            f"The ferry of {town}\n\nBoat {number + 2} left {town} at noon.\n\n"
            f"It carried {number * 7 + 12} people and a dog.\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def item(path: Path) -> Item:
    """Give the item of a file."""
    return Item(str(path), name_for(str(path)))


def plan(out: Path, voice: str = "silent", **more: object) -> Plan:
    """Give a plan with usual options."""
    options = Options("", voice=voice)
    options = Options("", voice=voice, treatments=dict(options.treatments))
    return Plan(options, str(out), **more)  # type: ignore[arg-type]


def contents(out: Path) -> dict[str, str]:
    """Give the hash of every file of an archive, without the lists of its runs."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.suffix != ".jsonl"
    }
