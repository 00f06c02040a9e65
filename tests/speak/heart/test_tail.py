"""hibari's network by its structure: whatever its steps are called."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from narrate.speak.heart.tail import cut_tail

NAMES = {
    b"/head/Add_output_0": b"/tail/Add_output_0",
    b"/Transpose_58_output_0": b"/Overturns_58_output_0",
    b"/Cast_32_output_0": b"/Kast_32_output_0",
    b"/CumSum_output_0": b"/RunSum_output_0",
    b"/Div_40_output_0": b"/Div_04_output_0",
}


@pytest.fixture(scope="module")
def assets() -> Path:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "assets"


def run(data: bytes) -> list[Any]:
    session = onnxruntime.InferenceSession(data)
    feed = {
        "ids": np.asarray([[0, 50, 83, 54, 31, 0]]),
        "speed": np.ones(1, np.float32),
    }
    return list(session.run(None, feed))


def test_a_network_whose_steps_have_other_names_is_cut_as_well(assets: Path) -> None:
    data = other = (assets / "hibari.onnx").read_bytes()
    for name, new in NAMES.items():
        assert name in other
        other = other.replace(name, new)
    cut = cut_tail(other)
    assert cut != cut_tail(data)
    ours, theirs = run(cut), run(cut_tail(data))
    assert len(ours) == len(theirs) == 3
    assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("name", ["oov.onnx", "vocab.json", "tagger.json.gz"])
def test_what_is_no_network_of_a_voice_is_refused(assets: Path, name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says no more than that
        cut_tail((assets / name).read_bytes())


@pytest.mark.parametrize(
    "data", [b"", b"\xff" * 100_000, b"\x3a\xff\xff\xff\x7f", b"\0"]
)
def test_bytes_that_are_no_protobuf_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        cut_tail(data)
