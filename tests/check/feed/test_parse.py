"""Feeds that are broken, endless, or made to hurt."""

import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrate.check.feed import parse as parser
from narrate.check.feed.lint import check_feed
from narrate.check.feed.parse import parse

GOOD = Path(__file__).with_name("good.xml").read_text(encoding="utf-8")
NOW = datetime(2026, 4, 1, tzinfo=UTC)
HEAD, _, REST = GOOD.partition("    <item>")
TAIL = "  </channel>\n</rss>\n"


def rules(folder: Path, data: str | bytes) -> list[str]:
    path = folder / "feed.xml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return [finding.rule for finding in check_feed(path, now=NOW).findings]


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>',
        '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
        '<?xml version="1.0"?><rss version="2.0"/>',
        '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
        '<?xml version="1.0"?><rss xmlns="https://x.example/"><channel/></rss>',
    ],
)
def test_xml_that_is_no_feed_is_told_once(tmp_path: Path, text: str) -> None:
    assert rules(tmp_path, text) == ["feed-kind"]


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"ID3\x03", b"{}"])
def test_what_is_no_xml_is_told_once(tmp_path: Path, data: bytes) -> None:
    assert rules(tmp_path, data) == ["xml-none"]


def test_a_show_without_episodes_is_told(tmp_path: Path) -> None:
    assert rules(tmp_path, HEAD + TAIL) == ["feed-empty"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_feed_is_read_in_any_encoding_that_it_names(
    tmp_path: Path, encoding: str
) -> None:
    wide = encoding.startswith("utf-16")
    text = GOOD.replace("UTF-8", "UTF-16") if wide else GOOD
    text = "\ufeff" + text if encoding == "utf-16-le" else text
    assert rules(tmp_path, text.encode(encoding)) == ["xml-encoding"] * wide


def test_an_entity_that_grows_is_refused_in_one_sentence(tmp_path: Path) -> None:
    grows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "x">{grows}]>\n<rss version="2.0">'
    text = f"{bomb}<channel><title>&e11;</title></channel></rss>"
    (tmp_path / "feed.xml").write_text(text)
    tracemalloc.start()
    (finding,) = check_feed(tmp_path / "feed.xml").findings
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert finding.rule == "xml-entities"
    assert finding.what == "The feed declares entities of its own."


def test_a_file_of_this_machine_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("of mine")
    text = GOOD.replace(
        "<rss ", f'<!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]>\n<rss '
    ).replace("Talks in March", "&s;")
    assert rules(tmp_path, text) == ["xml-entities"]
    assert "of mine" not in str(parse(tmp_path / "feed.xml"))


def test_a_document_type_of_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    text = GOOD.replace(
        "<rss ", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">\n<rss '
    )
    assert rules(tmp_path, text) == ["xml-doctype"]


@pytest.mark.parametrize(
    "inside",
    ["<a>" * 300 + "</a>" * 300, "<title>" + "x" * 10_100_000 + "</title>"],
    ids=["deep", "long"],
)
def test_what_no_feed_needs_is_refused(tmp_path: Path, inside: str) -> None:
    assert rules(tmp_path, HEAD + inside + TAIL) == ["xml-broken"]


def test_a_flood_of_elements_is_given_up(tmp_path: Path) -> None:
    assert rules(tmp_path, HEAD + "<a/>" * 400_000 + TAIL) == ["feed-too-large"]


def test_a_flood_of_episodes_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "MOST_EPISODES", 100)
    assert rules(tmp_path, HEAD + "<item/>" * 500 + TAIL) == ["feed-too-large"]


def test_a_file_without_end_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "MOST_BYTES", 1_000)
    assert rules(tmp_path, GOOD) == ["feed-too-large"]


@pytest.mark.parametrize(
    "title",
    ["x" * 100_000, "\u202e" * 50, "]]&gt;--&gt;", "&lt;/script&gt;" * 999, "\x85"],
)
def test_hostile_titles_are_told_in_short_and_plain_lines(
    tmp_path: Path, title: str
) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        GOOD.replace("Talks in March", title).replace(' length="236', ' l="')
    )
    for finding in check_feed(path, now=NOW).findings:
        line = f"{finding.what} {finding.place}"
        assert line.isprintable()
        assert len(line) < 300


def test_ten_thousand_episodes_are_read_and_let_go(tmp_path: Path) -> None:
    item = (
        "<item><title>Part {0} of it</title><guid isPermaLink='false'>g{0}</guid>"
        "<description>" + "word " * 500 + "</description></item>"
    )
    path = tmp_path / "feed.xml"
    path.write_text(HEAD + "".join(map(item.format, range(10_000))) + TAIL)
    assert path.stat().st_size > 25_000_000
    tracemalloc.start()
    feed = parse(path, now=NOW)
    assert tracemalloc.get_traced_memory()[1] < 35_000_000
    tracemalloc.stop()
    assert feed.broken is None
    assert len(feed.episodes) == 10_000


def test_many_troubles_of_one_kind_are_one_finding(tmp_path: Path) -> None:
    item = REST.partition("</item>")[0]
    items = "".join(
        "<item>" + item.replace("talks", f"t{n}") + "</item>" for n in range(100)
    )
    path = tmp_path / "feed.xml"
    path.write_text(HEAD + items.replace('isPermaLink="false"', "") + TAIL)
    findings = {each.rule: each for each in check_feed(path, now=NOW).findings}
    assert set(findings) == {"guid-link", "title-same", "date-same"}
    assert "99 times more" in findings["guid-link"].what
