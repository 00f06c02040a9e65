"""Word cuts a sentence into runs, one for each bold word: made whole again.

A run costs mammoth a fifth of a millisecond, and a book has a hundred thousand;
of all that they say of letters, only what is raised or lowered is heard.
"""

from typing import Any

from narrate.read.files.package import inside
from narrate.read.markup.tags import name_of

_HEARD = "vertalign"
_UNHEARD = frozenset("prooferr bookmarkstart bookmarkend lastrenderedpagebreak".split())


def join_runs(root: Any) -> None:  # noqa: ANN401 - an lxml element with all it can
    """Join runs that stand side by side and sound the same."""
    for element in list(root.iter()):
        if name_of(element) in _UNHEARD:
            element.getparent().remove(element)
    rules: Any
    run: Any
    for rules in list(inside(root, "rPr")):
        if name_of(rules.getparent()) == "r":
            _strip(rules)
    host: Any = None
    words: list[str] = []
    for run in list(inside(root, "r")):
        texts = [text.text or "" for text in run] if _is_plain(run) else []
        if host is not None and texts and run.getprevious() is host:
            words += texts
            run.getparent().remove(run)
            continue
        _fill(host, words)
        host, words = (run, texts) if texts else (None, [])
    _fill(host, words)


def _fill(host: Any, words: list[str]) -> None:  # noqa: ANN401
    """Give a run all the words, once: a hundred thousand may be joined."""
    if host is not None:
        host[0].text = "".join(words)
        for text in host[1:]:
            host.remove(text)


def _strip(rules: Any) -> None:  # noqa: ANN401
    for rule in list(rules):
        if name_of(rule) != _HEARD:
            rules.remove(rule)
    if not len(rules):
        rules.getparent().remove(rules)


def _is_plain(run: Any) -> bool:  # noqa: ANN401
    """Tell a run that holds words and nothing else."""
    return (
        name_of(run) == "r"
        and len(run) > 0
        and all(name_of(part) == "t" for part in run)
    )
