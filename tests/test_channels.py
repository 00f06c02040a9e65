import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.channels import SETTINGS, Said, checked, remembered, settings_text
from narrate.errors import OptionError

SHOW: dict[str, str | bool] = {"base_url": "https://a.org/x/", "title": "Rails"}


def asked(**more: str | bool) -> Said:
    return checked(SHOW | more)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://a.org/x", "https://a.org/x/"),
        ("HTTPS://a.org:8000/über uns/", "https://a.org:8000/%C3%BCber%20uns/"),
        ("http://münchen.example/%20", "http://xn--mnchen-3ya.example/%20/"),
        (" https://a.org ", "https://a.org/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_the_address_of_the_folder_is_written_as_links_are(
    given: str, wanted: str
) -> None:
    assert asked(base_url=given)["base_url"] == wanted


@pytest.mark.parametrize(
    "given",
    ["a.org/x", "//a.org", "ftp://a.org", "https://", "https:///x", "https://a b.org",
     "http://[::1", "http://a.org:port", "https://a.org/?x=1", "https://a.org/#x",
     "https://" + "ü" * 70 + ".org", "file:///etc", "https://a\0.org"],
)  # fmt: skip
def test_an_address_that_no_app_could_open_is_refused(given: str) -> None:
    with pytest.raises(OptionError, match="--base-url"):
        asked(base_url=given)


@pytest.mark.parametrize("name", ["title", "base_url"])
@pytest.mark.parametrize("given", ["", "  "])
def test_what_a_feed_can_t_be_without_is_asked_for(name: str, given: str) -> None:
    option = "--" + name.replace("_", "-")
    with pytest.raises(OptionError, match=f"{option} \\(not given\\)"):
        asked(**{name: given})
    with pytest.raises(OptionError, match=option):
        checked({key: value for key, value in SHOW.items() if key != name})


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("News", "News"),
        ("News > Daily News", "News > Daily News"),
        ("News>Daily News", "News > Daily News"),
        ("Daily News", "News > Daily News"),
        ("Places & Travel", "Society & Culture > Places & Travel"),
    ],
)
def test_a_category_is_apple_s(given: str, wanted: str) -> None:
    assert asked(category=given)["category"] == wanted


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("news", "News."),
        ("Technologie", "Technology."),
        ("Dayly News", "News > Daily News."),
        ("News > Daly News", "News > Daily News."),
        ("Comedy > Cooking", "Comedy Interviews, Improv, Stand-Up."),
        ("History > Old", "History."),
        ("Cooking with gas", "Arts, Business, Comedy"),
        ("x" * 100_000, "Arts, Business, Comedy"),
    ],
)
def test_a_category_that_apple_lacks_is_answered_by_what_may_be_meant(
    given: str, meant: str
) -> None:
    with pytest.raises(OptionError) as caught:
        asked(category=given)
    assert meant in str(caught.value)


@pytest.mark.parametrize("given", ["me", "me@org", "a b@c.org", "a@b@c.org", "@b.org"])
def test_an_e_mail_address_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(OptionError, match="--email"):
        asked(email=given)


@pytest.mark.parametrize("given", ["English", "e", "de_AT_", "en us", ""])
def test_a_language_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(OptionError, match="--language"):
        asked(language=given)


def test_what_is_right_stays_as_it_was_said() -> None:
    said = asked(
        email="me@example.co.uk", language="de_AT", link="", image="cover.png",
        explicit=True, author=" Me ",
    )  # fmt: skip
    assert said["language"] == "de-AT"
    assert said["author"] == "Me"
    assert (said["link"], said["image"]) == ("", "cover.png")
    assert said["explicit"] is True


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    assert remembered(tmp_path) == {}


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_what_was_said_is_read_as_it_was_written(text: str, explicit: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    whole = tomllib.loads(settings_text({"title": text, "explicit": explicit}))
    assert whole == {"title": text.replace("\x7f", "\ufffd"), "explicit": explicit}


@pytest.mark.parametrize(
    "text",
    ["title", "title = 1", 'explicit = "yes"', 'colour = "red"', "title = 'a'\n\x00"],
)
def test_a_damaged_memory_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / SETTINGS).write_text(text, encoding="utf-8")
    with pytest.raises(OptionError, match=SETTINGS):
        remembered(tmp_path)


def test_a_memory_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_bytes(b"\xff\xfe")
    with pytest.raises(OptionError, match=SETTINGS):
        remembered(tmp_path)
