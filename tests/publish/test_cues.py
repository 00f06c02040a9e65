from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narrate.heard import Cue
from narrate.publish.clean import tidy
from narrate.publish.cues import shown
from tests.publish.episodes import of_article, of_texts
from tests.publish.hostile import texts

times = st.lists(st.integers(0, 60), min_size=1, max_size=12).map(sorted)


@given(times, st.data())
def test_cues_are_never_empty_never_overlap_and_end_with_the_audio(
    starts: list[int], data: st.DataObject
) -> None:
    ends = [start + data.draw(st.integers(0, 30)) for start in starts]
    length_ms = data.draw(st.integers(max([*ends, len(starts)]), 200))
    said = [f"word {at}" for at in range(len(starts))]
    cues = list(
        shown(of_texts(said, list(zip(starts, ends, strict=True)), length_ms).timeline)
    )
    assert [cue.text for cue in cues] == said
    assert all(0 <= cue.start_ms < cue.end_ms for cue in cues)
    assert all(one.end_ms == other.start_ms for one, other in pairwise(cues))
    assert cues[-1].end_ms == length_ms


def test_a_cue_starts_when_it_is_heard_and_stays_until_the_next(
    minefields: Path,
) -> None:
    timeline = of_article(minefields).timeline
    cues = list(shown(timeline))
    assert [cue.start_ms for cue in cues] == [cue.start_ms for cue in timeline.cues]
    for one, other in pairwise(cues):
        assert one.cue.end_ms < one.end_ms == other.start_ms


@given(texts)
def test_what_has_no_words_of_the_author_is_not_shown(said: list[str]) -> None:
    cues: list[Cue] = [each.cue for each in shown(of_texts(said).timeline)]
    wordy = [text for text in said if tidy(text)]
    assert [cue.utterance.written for cue in cues] == wordy


def test_a_moment_with_more_utterances_than_milliseconds_still_has_them_all() -> None:
    cues = list(shown(of_texts(["a", "b", "c"], [(0, 0)] * 3, 1).timeline))
    assert [(cue.start_ms, cue.end_ms) for cue in cues] == [(0, 1), (1, 2), (2, 3)]
