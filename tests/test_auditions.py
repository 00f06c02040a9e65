from pathlib import Path

import pytest

from narrate import auditions
from narrate.auditions import audition, find_player, language_lines, make_sample
from narrate.meter import measure
from narrate.show_voices import voices_json, voices_lines
from narrate.speak.voices import own_folder, voices_folder


def test_every_voice_is_heard_and_what_it_needs_is_told() -> None:
    found = {each.name: each for each in audition(again=False)}
    heart, espeak, fenrir = (found[name] for name in ("heart", "espeak", "fenrir"))
    assert (heart.times_real or 0) > 1
    assert (espeak.times_real or 0) > 1
    assert espeak.command == ""
    assert found["silent"].times_real is None
    assert (fenrir.times_real, fenrir.command) == (
        None,
        "narrate voices install fenrir",
    )


def test_a_speed_is_measured_once_and_again_when_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = list(audition(again=False))
    with monkeypatch.context() as patch:
        patch.setattr(auditions, "perf_counter", lambda: pytest.fail("measured"))
        assert list(audition(again=False)) == first
    ticks = iter(range(10_000))
    monkeypatch.setattr(auditions, "perf_counter", lambda: next(ticks))
    assert list(audition(again=True)) != first


def test_a_broken_file_is_a_line_among_the_others() -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "odd.toml").write_text('motor = "V8"', encoding="utf-8")
    found = list(audition(again=False))
    lines = list(voices_lines(found))
    assert (
        "odd: can't be used. The voice odd has an entry nobody knows: motor." in lines
    )
    assert any(line.startswith("heart: American English") for line in lines)
    assert '"name": "odd"' in voices_json(found)


def test_a_voice_with_a_damaged_model_is_listed_with_its_fault(tmp_path: Path) -> None:
    text = (voices_folder() / "espeak.toml").read_text(encoding="utf-8")
    own_folder().mkdir(parents=True)
    text = text.replace('"en-us"', '"no-such"')
    (own_folder() / "odd.toml").write_text(text, encoding="utf-8")
    (odd,) = (each for each in audition(again=False) if each.name == "odd")
    assert odd.trouble
    assert any(
        "odd: " in line and "but fails: " in line for line in voices_lines([odd])
    )


def test_a_sample_is_built_as_any_article_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = make_sample("espeak", "", None)
    assert made == Path("out/espeak-sample.mp3")
    assert -20 < measure(made).lufs < -18
    own = make_sample("espeak", "Good evening.", tmp_path / "own.mp3")
    assert own.stat().st_size < made.stat().st_size


def test_the_languages_are_named_by_their_codes() -> None:
    assert "de: German" in list(language_lines())


def test_a_machine_without_a_player_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert find_player() == ()
