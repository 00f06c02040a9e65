"""Derive what each sign's line must begin with and hold, so that few are compiled.

Run after a change to signs.toml: python tests/signs.py
"""

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import _constants as c
from re import _parser as parser
from typing import Any

LABELS = Path(__file__).parents[1] / "narrate" / "read" / "labels"
TABLE = LABELS / "signs.toml"
KEYS = LABELS / "signs.tsv"
HEAD = 3
"""Characters: a line's first ones are looked up."""

_MOST_HEADS = 150
_MOST_TEXTS = 40
_MOST_LETTERS = 10  # of a class, to be spelt out
_BEST_LENGTH = 5  # a longer text is hardly rarer
_Node = tuple[Any, Any]


def rows() -> Iterator[str]:
    """Yield role, heads, texts and form of every sign, parted by tabs."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    words = {name: _whole(text)[0] for name, text in table["words"].items()}
    for role, text in table["signs"].items():
        for form in _whole(text):
            whole = form
            for name, pattern in words.items():
                whole = whole.replace(f"<{name}>", pattern)
            for one in _choices(whole):
                tree = list(parser.parse(one))
                heads, texts = sorted(heads_of(tree)), sorted(texts_of(tree))
                yield "\t".join((role, "‖".join(heads), "‖".join(texts), one))


def _choices(form: str) -> Iterator[str]:
    """Part a form where one of its whole choices ends and the next begins."""
    start = depth = 0
    for found in re.finditer(r"\\.|\[\]?(?:\\.|[^\]])*\]|[()|]", form):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == "|" and not depth:
            yield form[start : found.start()]
            start = found.end()
    yield form[start:]


def _whole(text: str) -> list[str]:
    """Join the lines of each form."""
    return text.replace("\n  ", "").strip("\n").split("\n")


def heads_of(tree: Sequence[_Node]) -> set[str]:
    """Give how a line must begin; nothing if it may in any way. 0 is any figure."""
    done: set[str] = set()
    going = {""}
    for at, node in enumerate(tree):
        exact = spelt(node, figures=True)
        if exact is None:
            inner = _inner_heads(node, tree[at + 1 :]) or {""}
            done |= {head + more for head in going for more in inner}
            going = set()
            break
        going = {(head + more)[:HEAD] for head in going for more in exact}
        done |= {head for head in going if len(head) == HEAD}
        going -= done
        if not going or len(going) > _MOST_HEADS:
            break
    heads = {head[:HEAD] for head in done | going}
    if "" in heads:
        return set()
    heads = {h for h in heads if not any(h[:n] in heads for n in range(len(h)))}
    return set() if len(heads) > _MOST_HEADS else heads


def _inner_heads(node: _Node, rest: Sequence[_Node]) -> set[str]:
    kind, value = node
    if kind is c.SUBPATTERN:
        return heads_of(list(value[3]))
    if kind in {c.MAX_REPEAT, c.MIN_REPEAT}:
        inner, after = heads_of(list(value[2])), heads_of(rest)
        if value[0] or not inner:
            return inner if value[0] else set()
        return inner | after if after else set()
    if kind is c.BRANCH:
        each = [heads_of(list(branch)) for branch in value[1]]
        return set().union(*each) if all(each) else set()
    return set()


def texts_of(tree: Iterable[_Node]) -> set[str]:
    """Give texts of which a line must hold one; none if it need hold no such."""
    found: list[set[str]] = []
    run = {""}
    for node in tree:
        exact = spelt(node, figures=False)
        longer = {a + b for a, b in itertools.product(run, exact or ())}
        if exact is not None and len(longer) <= _MOST_TEXTS:
            found += [run] if len(longer) > len(run) else []
            run = longer
            continue
        found += [run, _inner_texts(node) if exact is None else exact]
        run = {""} if exact is None else exact
    return max(map(_fewest, (*found, run)), key=_worth) - {""}


def _fewest(texts: set[str]) -> set[str]:
    """Leave out what holds another of them."""
    return {t for t in texts if not any(o != t and o in t for o in texts)}


def _inner_texts(node: _Node) -> set[str]:
    kind, value = node
    if kind is c.SUBPATTERN:
        return texts_of(value[3])
    if kind is c.MAX_REPEAT or kind is c.MIN_REPEAT:
        return texts_of(value[2]) if value[0] else set()
    if kind is c.BRANCH:
        each = [texts_of(branch) for branch in value[1]]
        return set().union(*each) if all(each) else set()
    return set()


def _worth(texts: set[str]) -> float:
    """Rare texts are long, and few of them are quick to look for."""
    if not texts or "" in texts or texts == {" "}:
        return 0
    return min(_BEST_LENGTH, *map(len, texts), _BEST_LENGTH) - len(texts) / 10


def spelt(node: _Node, *, figures: bool) -> set[str] | None:
    """Give all that a node can match, if that is little."""
    kind, value = node
    texts: set[str] | None = None
    if kind is c.LITERAL:
        letter = chr(value)
        texts = {"0" if figures and letter.isdecimal() else letter}
    elif kind in {c.AT, c.ASSERT, c.ASSERT_NOT}:
        texts = {""}
    elif kind is c.IN:
        texts = _class(value, figures=figures)
    elif kind is c.SUBPATTERN:
        texts = spelt_all(value[3], figures=figures)
    elif kind is c.BRANCH:
        each = [spelt_all(branch, figures=figures) for branch in value[1]]
        some = [one for one in each if one is not None]
        texts = set().union(*some) if len(some) == len(each) else None
    elif kind in {c.MAX_REPEAT, c.MIN_REPEAT} and value[:2] == (0, 1):
        once = spelt_all(value[2], figures=figures)
        texts = None if once is None else once | {""}
    return texts


def spelt_all(tree: Iterable[_Node], *, figures: bool) -> set[str] | None:
    whole = {""}
    for node in tree:
        texts = spelt(node, figures=figures)
        if texts is None or len(whole) * len(texts) > _MOST_HEADS:
            return None
        whole = {a + b for a, b in itertools.product(whole, texts)}
    return whole


def _class(value: Iterable[_Node], *, figures: bool) -> set[str] | None:
    letters: set[str] = set()
    for kind, what in value:
        if kind is c.LITERAL:
            letters |= spelt((kind, what), figures=figures) or set()
        elif kind is c.CATEGORY and what is c.CATEGORY_DIGIT and figures:
            letters.add("0")
        else:
            return None
    return letters if len(letters) <= _MOST_LETTERS else None


if __name__ == "__main__":
    KEYS.write_text("\n".join(rows()) + "\n", encoding="utf-8")
