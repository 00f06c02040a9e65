import pytest

from narrate.publish.links import file_link, web_link


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
