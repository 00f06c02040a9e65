"""hibari's network in onnxruntime: cut where our own processing begins, optimised once.

Its last two steps turn what one matrix product gives, a row for each frame, into five
arrays with a column for each: a tenth of its time, and our processing wants the rows.
So they are cut off the file's bytes, which needs no library: protobuf's fields are
lengths and bytes. What is left gives the same bits (tests/speak/test_graph.py).
"""

import contextlib
import hashlib
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from narrate.errors import SpeechError
from narrate.folders import MODELS, cache_home
from narrate.stamps import file_stamp
from narrate.store import Store

ROWS = "/head/Add_output_0"
"""[1, frames, 5 * 601]: lh, theta, ln, lr and phi of a frame, one after another."""

F0 = "f0"
"""[1, frames], in Hz."""

_VERSION = 1  # of what is kept
_LIMIT_BYTES = 40_000_000  # five networks: a new one trims
_TRANSPOSED = b"/Transpose_58_output_0"  # of ROWS; the pin holds the names
_CUT = {_TRANSPOSED, b"lh"}
_GRAPH, _NODE, _OUTPUT = 7, 1, 12  # fields of ModelProto and GraphProto
_GIVEN, _NAME = 2, 1  # of NodeProto and ValueInfoProto
_VARINT, _BYTES = 0, 2  # kinds of field; the others have a fixed size
_SIZES = {1: 8, 5: 4}


def open_session(model: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """Open a network; the first time on a machine takes 0.1 s more than any other."""
    import onnxruntime  # noqa: PLC0415 - an engine costs nothing until it speaks

    store = Store(cache_home() / MODELS, _LIMIT_BYTES)
    key = _key(model, onnxruntime.__version__)
    kept = store.get(key)
    if kept is not None:
        try:
            return _open(kept, ready=True)
        except Exception:  # noqa: BLE001 - its errors have no common parent
            store.drop(key)  # a broken entry is a missing one
    cut = cut_tail(model.read_bytes())
    with contextlib.suppress(Exception), _aside(store) as path:  # no room: as it is
        session = _open(cut, save=path)
        store.put(key, path.read_bytes())
        return session
    return _open(cut)


def _key(model: Path, version: str) -> str:
    whole = f"{_VERSION}/{version}/{platform.machine()}/{model.name}"
    whole += f"/{file_stamp(model)}"
    return hashlib.sha256(whole.encode()).hexdigest()


@contextlib.contextmanager
def _aside(store: Store) -> Iterator[Path]:
    """Give a place to write in the cache; raises OSError where there is none."""
    store.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=store.folder) as folder:
        yield Path(folder) / "ready.onnx"


def _open(data: bytes, *, ready: bool = False, save: Path | None = None) -> Any:  # noqa: ANN401
    import onnxruntime as ort  # noqa: PLC0415

    levels = ort.GraphOptimizationLevel
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Not all: what is above hangs on the processor, brings nothing here, and would be
    # wrong in a cache that two machines share.
    level = levels.ORT_DISABLE_ALL if ready else levels.ORT_ENABLE_EXTENDED
    options.graph_optimization_level = level
    options.enable_mem_pattern = False  # it keeps one for every length that there was
    if save is not None:
        options.optimized_model_filepath = str(save)
    return ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def cut_tail(model: bytes) -> bytes:
    """Cut a network's last steps off, and name what is left as its output."""
    return b"".join(
        _field(_GRAPH, _cut_graph(value)) if number == _GRAPH else whole
        for number, value, whole in _fields(memoryview(model))
    )


def _cut_graph(graph: memoryview) -> bytes:
    kept: list[bytes | memoryview] = []
    cut: set[bytes] = set()
    for number, value, whole in _fields(graph):
        if number == _NODE:
            given = {bytes(name) for at, name, _ in _fields(value) if at == _GIVEN}
            if given & _CUT:
                cut |= given & _CUT
                continue
        if number == _OUTPUT and _named(value) != F0.encode():
            continue
        kept.append(whole)
    if cut != _CUT:
        raise SpeechError("heart", "", "its network is not the one that we know")
    kept.append(_field(_OUTPUT, _field(_NAME, ROWS.encode())))
    return b"".join(kept)


def _named(value: memoryview) -> bytes:
    return next(bytes(name) for at, name, _ in _fields(value) if at == _NAME)


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 127:  # noqa: PLR2004 - seven bits a byte
        written.append(number & 127 | 128)
        number >>= 7
    return bytes([*written, number])


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Give the number, the value and the whole of each field of a message."""
    at = 0
    while at < len(message):
        start = at
        tag, at = _read_varint(message, at)
        kind = tag & 7
        size = _SIZES.get(kind, 0)
        if kind == _BYTES:
            size, at = _read_varint(message, at)
        elif kind == _VARINT:
            _, at = _read_varint(message, at)
        yield tag >> 3, message[at : at + size], message[start : at + size]
        at += size


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = message[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:  # noqa: PLR2004
            return number, at
