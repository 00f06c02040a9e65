"""A Piper network in onnxruntime, made to tell how long each phoneme takes.

The network foresees how many frames each phoneme is to have, multiplies that by what it
is asked for, and rounds it up: the one step of its kind. What this step gives is made
an output: protobuf joins two parts of one message, so that it is written behind the
file's bytes. What it takes is the output of a second, small network, all that leads to
it: as so much is rounded, half the length that is asked for makes 0.6 of it, and only
from the frames before can be told what to ask for.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from narrate.speak.protobuf import field, fields

_GRAPH = 7  # fields of ModelProto, GraphProto, NodeProto, TensorProto, ValueInfoProto
_NODE, _TENSOR, _OUTPUT = 1, 5, 12
_TAKEN, _GIVEN, _STEP = 1, 2, 4
_TENSOR_NAME, _NAME = 8, 1
_ROUND_UP = b"Ceil"


@dataclass(frozen=True, slots=True)
class Network:
    """Two sessions of onnxruntime."""

    speaking: Any
    """Gives samples, then, where it can be told, frames for each phoneme."""

    foreseeing: Any
    """Gives frames for each phoneme before they are rounded up; None where it can't."""


def open_network(model: bytes) -> Network:
    """Open a network; raises ValueError where there is none, or what onnxruntime will.

    As it is: onnxruntime's optimisations take 0.2 s and bring Piper nothing (20.7 times
    as fast as speech, with all and with none).
    """
    steps = _steps(model)
    ceilings = [step for step in steps if step.kind == _ROUND_UP]
    if len(ceilings) != 1:
        return Network(_open(model), None)
    (ceiling,) = ceilings
    told = b""
    if not {*ceiling.gives} & _outputs(model):
        told = field(_GRAPH, b"".join(map(_output, ceiling.gives)))
    return Network(_open(model + told), _open(_leading_to(ceiling.takes, model, steps)))


def _open(model: bytes) -> Any:  # noqa: ANN401 - onnxruntime has no types
    import onnxruntime as ort  # noqa: PLC0415 - an engine costs nothing until it speaks

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4  # a fault is told by us
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.enable_mem_pattern = False  # it keeps one for every length that there was
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a network."""

    kind: bytes
    """What it does."""

    takes: frozenset[bytes]
    """By name."""

    gives: frozenset[bytes]
    """By name."""


def _steps(model: bytes) -> list[_Step]:
    """List a network's steps, in order; raises ValueError where it is none."""
    return [
        _Step(
            b"".join(_values(node, _STEP)),
            frozenset(_values(node, _TAKEN)),
            frozenset(_values(node, _GIVEN)),
        )
        for number, node, _ in _graph(model)
        if number == _NODE
    ]


def _graph(model: bytes) -> list[tuple[int, memoryview, memoryview]]:
    parts = [
        value for number, value, _ in fields(memoryview(model)) if number == _GRAPH
    ]
    if not parts:
        raise ValueError("no graph")
    return [each for part in parts for each in fields(part)]


def _values(message: memoryview, wanted: int) -> list[bytes]:
    return [bytes(value) for number, value, _ in fields(message) if number == wanted]


def _outputs(model: bytes) -> set[bytes]:
    found = (value for number, value, _ in _graph(model) if number == _OUTPUT)
    return {name for value in found for name in _values(value, _NAME)}


def _output(name: bytes) -> bytes:
    return field(_OUTPUT, field(_NAME, name))


def _leading_to(wanted: Iterable[bytes], model: bytes, steps: list[_Step]) -> bytes:
    """Give the part of a network that leads to some of its values, and gives them."""
    needed = {*wanted}
    for step in reversed(steps):  # a step takes what is given before it
        if step.gives & needed:
            needed |= step.takes
    kept = [_output(name) for name in wanted]
    kept += [
        bytes(whole)
        for number, value, whole in _graph(model)
        if _is_needed(number, value, needed)
    ]
    around = [w for number, _, w in fields(memoryview(model)) if number != _GRAPH]
    return b"".join([*around, field(_GRAPH, b"".join(kept))])


def _is_needed(number: int, value: memoryview, needed: Collection[bytes]) -> bool:
    if number not in {_NODE, _TENSOR}:
        return number != _OUTPUT
    names = _values(value, _GIVEN if number == _NODE else _TENSOR_NAME)
    return any(name in needed for name in names)
