import inspect
import pickle

import pytest

from narrate import errors
from narrate.errors import (
    ArchiveError,
    ArchiveStoppedError,
    ArticleError,
    CheckError,
    ClusterError,
    CoverageError,
    EncodingError,
    EpisodeError,
    LexiconError,
    MissingPartError,
    NarrateError,
    OptionError,
    OutputError,
    PartlyError,
    SpeechError,
    StoppedError,
    TakenError,
    VoiceError,
    WorkersError,
)

EXAMPLES = (
    OptionError("--wpm", 9, "80 to 450"),
    ArticleError("a.txt", "is empty", "Give another"),
    LexiconError("a.toml", "it is broken"),
    MissingPartError("hibari"),
    EpisodeError("out/a/episode.json", "is damaged", "Build it again"),
    VoiceError("nobody", "is not there"),
    SpeechError("espeak", "Good evening.", "it made only silence"),
    WorkersError("No space left on device"),
    EncodingError("Good evening.", "LAME gave 0 bytes"),
    OutputError("a.mp3", "can't be written", "Choose another"),
    TakenError("out/a", "is being written by another build", "Wait for it"),
    CheckError("a.png", "is neither an MP3 nor a feed", "Give another"),
    CoverageError(3, "would lose 'x'"),
    StoppedError(),
    ArchiveStoppedError(),
    ArchiveError(25, "out can't be written.", 6),
    PartlyError(2, 500, "out/failed.jsonl"),
    ClusterError("tcp://a:8786", "has no workers"),
)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_survives_the_way_back_from_a_worker(error: NarrateError) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(back), str(back)) == (type(error), str(error))
    assert back.exit_code == error.exit_code


def test_every_error_has_an_example_and_an_exit_code_of_its_meaning() -> None:
    kinds = {
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, NarrateError) and kind is not NarrateError
    }
    assert kinds == {type(error) for error in EXAMPLES}
    assert all(kind.exit_code > 1 for kind in kinds)
