import pytest

from narrate.errors import ArticleError
from narrate.read.base import Page, Source, letters
from narrate.read.markup.markdown import read_markdown
from narrate.roles import FURNITURE, Role

FIELDS = {
    "yaml": """---
title: "On doors"
author: [Ann Lee, Bo Chen]
date: 2024-03-05T10:00:00Z
lang: en-GB
site: The Field
image: /door.jpg
---
""",
    "toml": """+++
title = "On doors"
authors = ["Ann Lee", "Bo Chen"]
date = 2024-03-05
language = "en-GB"
publication = "The Field"
cover = "/door.jpg"
+++
""",
}


def read(text: str) -> Page:
    return read_markdown(Source("a.md", text.encode()))


def blocks(text: str) -> list[tuple[str, Role | None]]:
    return [(line.text, line.hint) for line in read(text).lines]


@pytest.mark.parametrize("kind", FIELDS)
def test_front_matter_is_what_the_file_says_of_itself(kind: str) -> None:
    page = read(FIELDS[kind] + "\nA door is a wall that moves.\n")
    assert [line.text for line in page.lines] == ["A door is a wall that moves."]
    assert (page.title, page.byline, page.published, page.language) == (
        "On doors",
        "Ann Lee, Bo Chen",
        "2024-03-05",
        "en-GB",
    )
    assert (page.site, page.image) == ("The Field", "/door.jpg")


def test_front_matter_that_is_nearly_yaml_is_read_too() -> None:
    page = read("---\ntitle: Doors: a history\nauthor: Ann Lee\n---\nText.\n")
    assert (page.title, page.byline) == ("Doors: a history", "Ann Lee")


def test_what_is_not_used_of_front_matter_is_listed_as_left_out() -> None:
    page = read(
        "---\ntitle: On doors\ntags: [wood, iron]\n"
        "author:\n  - name: Ann Lee\n    town: Hull\n---\nText.\n"
    )
    assert [(ln.number, ln.text, ln.hint) for ln in page.lines] == [
        (1, "tags: [wood, iron]", Role.FURNITURE),
        (2, "town: Hull", Role.FURNITURE),
        (3, "Text.", Role.PARAGRAPH),
    ]
    assert (page.title, page.byline, page.notices) == ("On doors", "Ann Lee", ())


def test_broken_front_matter_is_read_with_a_word_about_it() -> None:
    page = read('---\ntitle: "Doors\ntags: [wood\n---\nText.\n')
    assert page.title == "Doors"
    assert [line.text for line in page.lines] == ["tags: [wood", "Text."]
    assert "broken" in page.notices[0]


@pytest.mark.parametrize(
    "text",
    ["---\n\nOn doors: a word.\n\n---\n", "---\nNote: all of it is so.\n---\nYes.\n"],
)
def test_a_sentence_with_a_colon_between_rules_is_text(text: str) -> None:
    page = read(text)
    said = letters("".join(line.text for line in page.lines))
    assert said == letters(text)
    assert all(line.hint not in FURNITURE for line in page.lines)


@pytest.mark.parametrize(
    "text",
    ["---\nA rule stood above.\n\n---\n", "---\n- a\n- list\n---\n", "+++\nno\n+++\n"],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    page = read(text)
    said = letters("".join(line.text for line in page.lines))
    assert said == letters(text)
    assert page.title == ""


ROWS = (
    ("# A *b*\n\nText\ngoes on.\n", [("A b", Role.TITLE), ("Text goes on.", "p")]),
    ("One [two](http://x.example).\n", [("One two.", "p")]),
    ("See https://x.example/a now.\n", [("See https://x.example/a now.", "p")]),
    ("- a\n  - b\n1. c\n", [("a", "li"), ("b", "li"), ("c", "li")]),
    ("> a\n> b\n", [("a b", Role.QUOTE)]),
    ("![A dog on a mat](d.jpg)\n", [("A dog on a mat", Role.CAPTION)]),
    ("|a|b|\n|-|-|\n|1|2|\n", [("a | b", Role.TABLE), ("1 | 2", Role.TABLE)]),
    ("```py\nx = 1\n```\n", [("x = 1", Role.CODE)]),
    ("~~old~~ new\n", [("old new", "p")]),
    ("<div>a <b>b</b></div>\n\nc<br>d\n", [("a b", "p"), ("c d", "p")]),
    ("<script>no()</script>\n\nyes\n", [("yes", "p")]),
    (
        "One.[^n]\n\n[^n]: *A* note.\n[^m]: No mark.\n",
        [("One.[1]", "p"), ("[^m]: No mark.", "p"), ("A note.", Role.FOOTNOTE)],
    ),
)
SHORT = {"p": Role.PARAGRAPH, "li": Role.LIST_ITEM}


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text for text, _ in ROWS])
def test_markdown_is_flattened_into_blocks(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert blocks(text) == [(words, SHORT.get(role, role)) for words, role in wanted]


def test_several_first_headings_are_headings_but_for_one_at_the_top() -> None:
    assert [hint for _, hint in blocks("Text.\n\n# A\n\n# B\n")] == [
        Role.PARAGRAPH,
        Role.HEADING,
        Role.HEADING,
    ]
    assert blocks("# A\n\nText.\n\n# B\n")[0] == ("A", Role.TITLE)


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_what_is_nested_beyond_reason_is_refused_and_not_cut_short(mark: str) -> None:
    assert blocks(mark * 20 + "deep\n")[0][0] == "deep"
    with pytest.raises(ArticleError, match="nested"):
        read(mark * 5_000 + "deep\n")


def test_a_bomb_of_aliases_is_harmless() -> None:
    bomb = "a0: &a0 [ha, ha]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)
    )
    assert read(f"---\n{bomb}title: *a29\n---\nText.\n").lines[-1].text == "Text."
