"""hibari's network without its last steps, and with how long each phoneme is.

Those steps turn what one matrix product gives, a row for each frame, into five arrays
with a column for each: a tenth of its time, and our processing wants the rows. So they
are cut off the file's bytes, which needs no library: protobuf's fields are lengths and
bytes. What is left gives the same bits (tests/speak/test_graph.py).

Nothing is found by its name, as another voice's network may have others, but by what
stands around it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from narrate.speak.protobuf import field, fields

Thing = TypeVar("Thing")

_GRAPH = 7  # fields of ModelProto, GraphProto, NodeProto and ValueInfoProto
_NODE, _OUTPUT = 1, 12
_TAKEN, _GIVEN, _STEP = 1, 2, 4
_NAME = 1
_STEPS = 8  # from what is added up to what is divided by the speed: four
_SPECTRA = 5  # all that the network gives, but f0


def cut_tail(model: bytes) -> bytes:
    """Cut a network's last steps off; it gives f0, then the rows, then the lengths.

    Raises ValueError where it is not as we know it.
    """
    try:
        parts = list(fields(memoryview(model)))
        at = _only(at for at, (number, *_) in enumerate(parts) if number == _GRAPH)
        graph = field(_GRAPH, _cut_graph(parts[at][1]))
    except LookupError as error:
        raise ValueError from error
    return b"".join(
        graph if number == at else whole for number, (*_, whole) in enumerate(parts)
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """One step of a network."""

    step: bytes
    """What it does."""

    taken: tuple[bytes, ...]
    """What it takes, by name."""

    given: tuple[bytes, ...]
    """What it gives, by name."""


def _cut_graph(graph: memoryview) -> bytes:
    """Cut a graph; raises LookupError where it is not as we know it."""
    parts = list(fields(graph))
    nodes = {at: _node(value) for at, (no, value, _) in enumerate(parts) if no == _NODE}
    outputs = {
        at: _named(value) for at, (no, value, _) in enumerate(parts) if no == _OUTPUT
    }
    makers = {name: at for at, node in nodes.items() for name in node.given}
    split = _only(at for at, node in nodes.items() if len(node.given) == _SPECTRA)
    turned = makers[nodes[split].taken[0]]
    spectra = {at for at, name in outputs.items() if name in nodes[split].given}
    _only(outputs.keys() - spectra)  # f0
    if nodes[turned].step != b"Transpose" or len(spectra) != _SPECTRA:
        raise LookupError
    lengths = _only(
        node.taken[0]
        for node in nodes.values()
        if node.step == b"CumSum" and _hangs_on_speed(node, nodes, makers)
    )
    cut = {split, turned, *spectra}
    kept = [whole for at, (*_, whole) in enumerate(parts) if at not in cut]
    new = (nodes[turned].taken[0], lengths)
    return b"".join([*kept, *(field(_OUTPUT, field(_NAME, name)) for name in new)])


def _hangs_on_speed(
    node: _Node, nodes: Mapping[int, _Node], makers: Mapping[bytes, int]
) -> bool:
    """Tell whether a step's input is, a few steps before, something by `speed`."""
    for _ in range(_STEPS):
        if b"speed" in node.taken:
            return True
        maker = makers.get(node.taken[0]) if node.taken else None
        if maker is None:
            return False
        node = nodes[maker]
    return False


def _node(value: memoryview) -> _Node:
    parts = [
        (number, bytes(each)) for number, each, _ in fields(value) if number <= _STEP
    ]
    return _Node(
        b"".join(each for number, each in parts if number == _STEP),
        tuple(each for number, each in parts if number == _TAKEN),
        tuple(each for number, each in parts if number == _GIVEN),
    )


def _named(value: memoryview) -> bytes:
    return _only(bytes(each) for number, each, _ in fields(value) if number == _NAME)


def _only(found: Iterable[Thing]) -> Thing:
    """Give the one thing that there is; raises LookupError for more or fewer."""
    things = list(found)
    if len(things) != 1:
        raise LookupError(len(things))
    return things[0]
