import io
from pathlib import Path

import pytest
import soundfile
from mutagen.id3 import ID3

from narrate import build as build_module
from narrate import meter
from narrate.build import Progress, build, worker_count
from narrate.errors import ArticleError, MissingPartError, OptionError
from narrate.folders import CLIPS, cache_home
from narrate.options import Captions, Options, Pictures


def test_progress_counts_every_utterance_and_chapter(
    minefields: Path, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    options = Options(str(minefields), tmp_path / "a.mp3", "silent")
    episode = build(options, seen.append)
    total = len(episode.timeline.cues)
    assert [progress.done for progress in seen] == list(range(1, total + 1))
    chapters = [progress.chapter for progress in seen]
    assert chapters == sorted(chapters)
    assert (chapters[0], chapters[-1]) == (1, len(episode.timeline.chapters))


@pytest.mark.parametrize("captions", Captions)
def test_captions_are_read_as_they_were_asked_for(
    minefields: Path, tmp_path: Path, captions: Captions
) -> None:
    pictures = Pictures(captions)
    options = Options(str(minefields), tmp_path / "a.mp3", "silent", pictures=pictures)
    episode = build(options, lambda _: None)
    photos = [c for c in episode.timeline.chapters if c.title.startswith("Photo: ")]
    assert len(photos) == (0 if captions is Captions.OFF else 2)
    said = any(
        "detectors near" in cue.utterance.spoken for cue in episode.timeline.cues
    )
    assert said == (captions is not Captions.OFF)


def test_a_cache_that_cannot_be_written_is_told_once(
    minefields: Path, tmp_path: Path
) -> None:
    cache_home().rmdir()
    cache_home().write_text("a file where a folder should be")
    options = Options(str(minefields), tmp_path / "a.mp3", "espeak")
    (notice,) = build(options, lambda _: None).notices
    assert "can't be written" in notice


def test_an_article_of_captions_alone_says_what_to_leave_out(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("The tower at dusk. (Ana Lee/AFP via Getty Images)")
    pictures = Pictures(Captions.OFF)
    options = Options(str(page), tmp_path / "a.mp3", "silent", pictures=pictures)
    with pytest.raises(ArticleError, match="leave out --captions off"):
        build(options, lambda _: None)


def test_workers_are_one_for_each_core_unless_asked() -> None:
    assert worker_count(0) >= 1
    assert worker_count(3) == 3
    with pytest.raises(OptionError, match="--jobs 1000"):
        worker_count(1000)


def test_what_was_made_is_measured_if_it_is_asked_for(
    minefields: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    options = Options(str(minefields), path, "espeak", verify=True)
    notices = build(options, lambda _: None).notices
    assert len(notices) == 1
    assert notices[0].startswith("Measured -19.")


def test_a_stream_can_not_be_measured(minefields: Path) -> None:
    options = Options(str(minefields), "-", "silent", verify=True)
    with pytest.raises(OptionError, match="--verify with -o -"):
        build(options, lambda _: None, io.BytesIO())


def test_to_measure_needs_its_extra_before_the_work(
    minefields: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meter, "find_spec", lambda _: None)
    options = Options(str(minefields), tmp_path / "a.mp3", "silent", verify=True)
    with pytest.raises(MissingPartError, match="pip install av"):
        build(options, lambda _: None)
    assert not (tmp_path / "a.mp3").exists()


def test_a_stream_is_sound_and_writes_no_file(
    minefields: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sent = io.BytesIO()
    episode = build(Options(str(minefields), "-", "silent"), lambda _: None, sent)
    assert soundfile.info(io.BytesIO(sent.getvalue())).samplerate == 32_000
    assert episode.timeline.chapters
    assert list(tmp_path.iterdir()) == []


def test_a_book_s_text_is_not_in_its_tag(
    minefields: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.mp3"
    options = Options(str(minefields), path, "silent")
    build(options, lambda _: None)
    assert "Sappers" in str(ID3(path).getall("USLT")[0])
    monkeypatch.setattr(build_module, "LONGEST_TEXT", 100)
    build(options, lambda _: None)
    assert not ID3(path).getall("USLT")


def test_a_lexicon_s_change_makes_anew_only_what_it_changes(tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_text(
        "News\n\nThey are in Kyiv.\n\nThe day is long.\n\nKyiv’s night is short.\n",
        encoding="utf-8",
    )
    own = tmp_path / "narrate.lexicon.toml"
    options = Options(str(article), tmp_path / "news.mp3", "espeak", jobs=1)

    def clips() -> set[str]:
        build(options, lambda _: None)
        return {path.name for path in (cache_home() / CLIPS).glob("??/*")}

    first = clips()
    assert len(first) == 4
    own.write_text('[words]\nKyiv = { ipa = "kiːɪv" }\n', encoding="utf-8")
    second = clips()
    assert len(second - first) == 2
    own.write_text('[words]\nKyiv = { ipa = "keɪv" }\nday = "dye"\n', encoding="utf-8")
    assert len(clips() - second) == 3
    own.unlink()
    third = clips()
    assert clips() == third > first
