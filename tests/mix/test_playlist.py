import pytest

from narrate.heard import Chapter, Timeline
from narrate.mix.playlist import names, playlist


def titled(*titles: str) -> Timeline:
    chapters = [
        Chapter(title, 1500 * at, 1500 * (at + 1), aside=False)
        for at, title in enumerate(titles)
    ]
    return Timeline((), tuple(chapters), 1500 * len(chapters))


def test_names_are_numbered_with_two_digits_or_as_many_as_it_takes() -> None:
    assert names(titled("A", "B")) == ("01 A.mp3", "02 B.mp3")
    many = names(titled(*["A"] * 1234))
    assert many[0] == "0001 A.mp3"
    assert many[-1] == "1234 A.mp3"


def test_files_in_the_order_of_their_names_are_in_the_order_of_their_chapters() -> None:
    many = names(titled(*"zyxwvutsrqponmlkjihgfedcba"))
    assert list(many) == sorted(many)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Photo: a bridge", "01 Photo a bridge.mp3"),
        ('What "they" want?', "01 What they want.mp3"),
        ("A/B\\C*D|E<F>G", "01 A B C D E F G.mp3"),
        ("100% of C#", "01 100 of C.mp3"),
        ("Wait for it...", "01 Wait for it.mp3"),
        ("Joe Biden…", "01 Joe Biden.mp3"),
        ("", "01 Chapter.mp3"),
        ("...", "01 Chapter.mp3"),
        ("a\0b\nc\ud800d\u202ee", "01 a b c d e.mp3"),
        ("CON", "01 CON.mp3"),
        ("Cafe\u0301", "01 Caf\u00e9.mp3"),
        ("Київ", "01 Київ.mp3"),
    ],
)
def test_a_name_is_safe_on_every_system_and_in_a_playlist(
    title: str, name: str
) -> None:
    assert names(titled(title)) == (name,)


@pytest.mark.parametrize("letter", ["x", "é", "漢", "🙂", "long words ", " ", "/"])
def test_a_long_title_gives_a_name_with_room_on_any_disk(letter: str) -> None:
    (name,) = names(titled(letter * 100_000))
    assert len(name) <= 80
    assert len(name.encode()) <= 210
    assert name.endswith(".mp3")


def test_a_long_title_is_cut_where_a_word_ends() -> None:
    (name,) = names(titled("several words " * 20))
    assert name == (
        "01 several words several words several words several words several words.mp3"
    )


def test_a_playlist_has_a_title_and_whole_seconds_for_each_file() -> None:
    assert playlist("The\nArticle", titled("One", "Two: 100%")) == (
        "#EXTM3U\n"
        "#PLAYLIST:The Article\n"
        "#EXTINF:2,One\n"
        "numbered/01 One.mp3\n"
        "#EXTINF:2,Two: 100%\n"
        "numbered/02 Two 100.mp3\n"
    )


def test_a_title_can_put_no_line_of_its_own_into_a_playlist() -> None:
    text = playlist("a\r\n#EXTM3U", titled("b\n/etc/passwd", "c\u2028d\x85e\ud800"))
    assert len(text.splitlines()) == 6
    assert text.encode("utf-8")
