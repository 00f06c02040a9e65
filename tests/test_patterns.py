"""What a pattern is said to need is proved from the pattern itself."""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants as c
from re import _parser as parser
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from signs import heads_of, spelt, spelt_all

import narrate
from narrate.patterns import Lazy, lazy

Node = tuple[Any, Any]
_MOST_TEXTS = 3000


def _all_lazy() -> Iterator[tuple[str, Lazy]]:
    """Find every pattern of every module, also those inside of tables."""
    for module in pkgutil.walk_packages(narrate.__path__, "narrate."):
        if module.name.startswith("narrate.read."):
            names = vars(importlib.import_module(module.name))
            for name, value in names.items():
                if not name.startswith("__"):
                    yield from _inside(f"{module.name}.{name}", value)


def _inside(name: str, value: object) -> Iterator[tuple[str, Lazy]]:
    if isinstance(value, Lazy):
        yield name, value
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _inside(f"{name}[{at}]", each)


GUARDED = [(name, p) for name, p in _all_lazy() if p.needs or p.heads]


def _must_hold(tree: Iterable[Node], needs: tuple[str, ...], *, small: bool) -> bool:
    """Tell whether whatever fits holds one of the needs."""

    def has(text: str) -> bool:
        return any(need in (text.lower() if small else text) for need in needs)

    run = {""}
    for node in tree:
        texts = spelt(node, figures=False)
        parts = _parts(node)
        if parts and all(_must_hold(part, needs, small=small) for part in parts):
            return True
        if texts is None:
            run = {""}
            continue
        run = {a + b for a in run for b in texts}
        if all(map(has, run)) or all(map(has, texts)):
            return True
        run = run if len(run) < _MOST_TEXTS else set(texts)
    return False


def _parts(node: Node) -> list[Iterable[Node]]:
    """Give what a node is made of, of which one is in whatever fits."""
    kind, value = node
    if kind is c.SUBPATTERN:
        return [value[3]]
    if kind in {c.MAX_REPEAT, c.MIN_REPEAT} and value[0]:
        return [value[2]]
    if kind is c.ASSERT and value[0] > 0:
        return [value[1]]
    return list(value[1]) if kind is c.BRANCH else []


@pytest.mark.parametrize(
    ("name", "pattern"), GUARDED, ids=[name for name, _ in GUARDED]
)
def test_the_look_before_turns_no_text_away_that_fits(name: str, pattern: Lazy) -> None:
    source = pattern.source
    text = source if isinstance(source, str) else source.decode("latin-1")
    tree = list(parser.parse(text))
    if pattern.heads:
        heads = {head.lower() for head in heads_of(tree)}
        known = pattern.heads
        assert heads, name
        assert {h for h in heads if not any(h[:n] in known for n in (1, 2, 3))} == set()
    else:
        needs = pattern.needs
        texts = tuple(n if isinstance(n, str) else n.decode("latin-1") for n in needs)
        assert _must_hold(tree, texts, small=pattern.small), name


def test_the_guarded_patterns_are_found() -> None:
    assert len(GUARDED) > 50


def test_a_pattern_answers_as_the_compiled_one_does() -> None:
    pattern = lazy(r"(\d+) km", "km")
    found = pattern.search("after 12 km")
    assert found
    assert found[1] == "12"
    assert pattern.search("after 12 miles") is None
    assert pattern.sub("x", "12 km") == "x"
    assert spelt_all(parser.parse("ab?"), figures=False) == {"a", "ab"}
