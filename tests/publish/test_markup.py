import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.clean import tidy
from narrate.publish.markup import Html, element, escaped, file_link, tongue, web_link


@given(st.text())
def test_a_text_is_escaped_and_markup_is_not(text: str) -> None:
    made = element("p", text, title=text)
    shown = html.unescape(made.removeprefix("<p").removesuffix("</p>"))
    assert tidy(text) in shown
    assert made.count("<") == 2
    assert escaped(made) == made
    assert isinstance(made, Html)


def test_markup_that_was_put_together_by_hand_is_only_a_text() -> None:
    assert element("p", f"{element('b', 'x')}!") == "<p>&lt;b&gt;x&lt;/b&gt;!</p>"


def test_an_empty_attribute_is_left_out() -> None:
    assert element("p", class_="", lang="de") == '<p lang="de"></p>'


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en_US", {"lang": "en-US", "dir": ""}),
        ("he", {"lang": "he", "dir": "rtl"}),
        ("ar-EG", {"lang": "ar-EG", "dir": "rtl"}),
        ("", {"lang": "", "dir": ""}),
    ],
)
def test_a_language_has_a_direction(language: str, attributes: dict[str, str]) -> None:
    assert tongue(language) == attributes


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("m.mp3", "./m.mp3#t=1.5"),
        ("a b#c?d%.mp3", "./a%20b%23c%3Fd%25.mp3#t=1.5"),
        ("javascript:alert(1).mp3", "./javascript%3Aalert%281%29.mp3#t=1.5"),
        ('München "x".mp3', "./M%C3%BCnchen%20%22x%22.mp3#t=1.5"),
        ("half \udce9.mp3", "./half%20%3F.mp3#t=1.5"),
    ],
)
def test_a_link_to_a_file_leads_to_it_whatever_its_name(name: str, link: str) -> None:
    assert file_link(name, "t=1.5") == link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org/a b", "http://example.org/a%20b"),
        ("https://user:word@example.org:8443/", "https://example.org:8443/"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/%41", "https://example.org/%41"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("https://[::1/x", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/", ""),
        ("https:///x", ""),
        ("java\nscript:alert(1)", ""),
        (" https://example.org", ""),
        ("", ""),
    ],
)
def test_only_links_to_the_web_are_links_and_tell_no_password(
    url: str, link: str
) -> None:
    assert web_link(url) == link
