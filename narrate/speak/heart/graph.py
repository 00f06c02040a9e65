"""A voice's network in onnxruntime: cut by tail.py, optimised once, and kept."""

import contextlib
import hashlib
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from narrate.errors import VoiceError
from narrate.folders import MODELS, cache_home
from narrate.speak.heart.tail import cut_tail
from narrate.stamps import file_stamp
from narrate.store import Store

_VERSION = 2  # of what is kept
_LIMIT_BYTES = 40_000_000  # five networks: a new one trims


def open_session(model: Path, voice: str) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """Open a voice's network; the first time on a machine takes 0.1 s more.

    It takes `ids` [1, phonemes] and `speed` [1], and gives

    - f0 [1, frames], in Hz;
    - rows [1, frames, 5 * 601]: lh, theta, ln, lr and phi of a frame, one by one;
    - lengths [phonemes]: how many frames each has, or how many pairs of them.

    Raises VoiceError, by the voice's name, for a file that we can't use.
    """
    import onnxruntime  # noqa: PLC0415 - an engine costs nothing until it speaks

    store = Store(cache_home() / MODELS, _LIMIT_BYTES)
    key = _key(model, onnxruntime.__version__)
    kept = store.get(key)
    if kept is not None:
        try:
            return _open(kept, ready=True)
        except Exception:  # noqa: BLE001 - its errors have no common parent
            store.drop(key)  # a broken entry is a missing one
    cut = _cut(model, voice)
    with contextlib.suppress(Exception), _aside(store) as path:  # no room: as it is
        session = _open(cut, save=path)
        store.put(key, path.read_bytes())
        return session
    try:
        return _open(cut)
    except Exception as error:
        raise VoiceError(voice, f"has a model that is damaged: {model}") from error


def _key(model: Path, version: str) -> str:
    whole = f"{_VERSION}/{version}/{platform.machine()}/{model.name}"
    whole += f"/{file_stamp(model)}"
    return hashlib.sha256(whole.encode()).hexdigest()


def _cut(model: Path, voice: str) -> bytes:
    try:
        return cut_tail(model.read_bytes())
    except OSError as error:
        trouble = f"has a model that can't be read: {model}: {error.strerror}"
        raise VoiceError(voice, trouble) from error
    except ValueError as error:
        trouble = f"has a model that is damaged, or is none of hibari's: {model}"
        raise VoiceError(voice, trouble) from error


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
