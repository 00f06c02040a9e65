import pytest

from narrate.publish.feed.links import feed_guid, link_to


@pytest.mark.parametrize(
    ("address", "guid"),
    [  # those of the namespace's own page
        (
            "https://mp3s.nashownotes.com/pc20rss.xml",
            "917393e3-1b1e-5cef-ace4-edaa54e1f810",
        ),
        ("http://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ],
)
def test_a_feed_s_guid_hangs_on_its_address_alone(address: str, guid: str) -> None:
    assert feed_guid(address) == guid


@pytest.mark.parametrize("base", ["https://a.org/x", "https://a.org/x/"])
def test_what_a_link_can_t_hold_is_escaped(base: str) -> None:
    link = link_to(base, "über uns/a#1?.mp3")
    assert link == "https://a.org/x/%C3%BCber%20uns/a%231%3F.mp3"


def test_a_name_that_is_no_utf_8_is_escaped_byte_by_byte() -> None:
    assert link_to("https://a.org", "caf\udce9.mp3") == "https://a.org/caf%E9.mp3"
