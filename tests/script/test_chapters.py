from narrate.model import Script, Section
from narrate.options import Captions, Pacing, Pictures
from narrate.read.article import read_text
from narrate.roles import Role
from narrate.script.chapters import MOST_CHAPTERS
from narrate.script.compose import compose

SENTENCE = "The council met and talked about the old tower until it was very late. "
PARAGRAPH = SENTENCE * 4
CAPTION = "The tower at dusk. (Ana Lee/AFP via Getty Images)"


def composed(page: str, pictures: Pictures | None = None) -> Script:
    return compose(read_text(page, "a.txt"), Pacing(pictures=pictures or Pictures()))


def varied(count: int) -> str:
    """Build as many paragraphs, no two the same."""
    names = ("Ann", "Bo", "Cem", "Dora", "Emil", "Fay", "Gus", "Hal")
    return "\n\n".join(
        f"{names[n % 8]} and {names[n // 8 % 8]} of {names[n // 64 % 8]} came. "
        f"{PARAGRAPH}".strip()
        for n in range(count)
    )


def seconds(section: Section) -> float:
    words = sum(len(u.spoken.split()) for u in section.utterances)
    return words * 60 / Pacing().words_per_minute


def test_headings_are_chapters() -> None:
    parts = (varied(1), "The first part", PARAGRAPH, "The rest", f"X {PARAGRAPH}")
    page = "\n\n".join(("A Tall Title", *parts))
    titles = [section.title for section in composed(page).sections]
    assert titles == ["Introduction", "The first part", "The rest"]


def test_without_headings_chapters_are_neither_short_nor_long() -> None:
    script = composed(f"A Tall Title\n\n{varied(30)}")
    lengths = [seconds(section) for section in script.sections]
    assert len(lengths) > 3
    assert all(20 <= length <= 150 for length in lengths), lengths


def test_without_headings_a_chapter_begins_where_the_topic_turns() -> None:
    river = "The river {} rose above its banks and the flood reached the mill. "
    choir = "A choir {} sang its hymn while the organ played in a full church. "
    pages = [(text * 4).format(*f"{n}abc") for text in (river, choir) for n in range(4)]
    sections = composed("\n\n".join(("A Tall Title", *pages))).sections
    assert [s.utterances[-1].written.split()[1] for s in sections] == ["river", "choir"]


def test_a_long_list_stays_with_the_line_that_leads_to_it() -> None:
    items = "\n".join(f"* the {n}th thing that the council met for" for n in range(6))
    page = f"A Tall Title\n\n{varied(12)}\n\nThese they met for:\n\n{items}"
    sections = composed(page).sections
    firsts = [section.utterances[0].role for section in sections]
    assert Role.LIST_ITEM not in firsts


def test_a_head_alone_is_no_chapter() -> None:
    sections = composed(f"A Tall Title\n\nBy Ana Lee\n\n{PARAGRAPH}").sections
    assert [section.title for section in sections] == ["Introduction"]


def test_a_caption_is_a_chapter_that_can_be_skipped() -> None:
    script = composed(f"A Tall Title\n\n{varied(3)}\n\n{CAPTION}\n\nAnd {varied(4)}")
    (aside,) = [section for section in script.sections if section.aside]
    assert aside.title == "Photo: The tower at dusk"
    assert [u.role for u in aside.utterances] == [Role.CAPTION, Role.CREDIT]
    assert aside.utterances[0].spoken == "Photo: The tower at dusk."
    assert aside.utterances[1].spoken == "Credit: Ana Lee, A F P via Getty Images."


def test_a_caption_inline_makes_no_chapter() -> None:
    page = f"A Tall Title\n\n{varied(2)}\n\n{CAPTION}\n\nAnd {varied(1)}"
    script = composed(page, Pictures(chapters=False))
    assert not any(section.aside for section in script.sections)
    assert any(u.role is Role.CAPTION for s in script.sections for u in s.utterances)


def test_there_is_a_pause_around_a_caption_in_its_place() -> None:
    page = f"A Tall Title\n\n{varied(2)}\n\n{CAPTION}\n\nAnd {varied(1)}"
    script = composed(page, Pictures(chapters=False))
    utterances = list(script.utterances())
    at = next(at for at, u in enumerate(utterances) if u.role is Role.CAPTION)
    assert utterances[at - 1].pause_ms >= 900
    assert utterances[at].pause_ms < 900 <= utterances[at + 1].pause_ms


def test_a_caption_that_is_off_is_counted_as_left_out() -> None:
    script = composed(
        f"A Tall Title\n\n{varied(2)}\n\n{CAPTION}", Pictures(Captions.OFF)
    )
    assert [d.reason for d in script.dropped] == ["captions are off", "credits are off"]


def test_a_picture_waits_until_a_chapter_is_long_enough() -> None:
    page = f"A Tall Title\n\n{CAPTION}\n\n{varied(2)}"
    sections = composed(page).sections
    assert [section.aside for section in sections] == [False, True, False]
    assert seconds(sections[0]) >= 15


def test_a_picture_does_not_cut_off_a_few_last_words() -> None:
    parts = (varied(1), "The tower", varied(3), CAPTION, "So it ended.", "The end")
    page = "\n\n".join(("A Tall Title", *parts, f"X {PARAGRAPH}"))
    titles = [section.title for section in composed(page).sections]
    picture = "Photo: The tower at dusk"
    assert titles == ["Introduction", "The tower", picture, "The end"]


def test_a_headed_chapter_that_a_picture_cut_goes_on_under_its_name() -> None:
    rest = f"And {PARAGRAPH}{PARAGRAPH}"
    parts = (varied(1), "The tower", varied(3), CAPTION, rest)
    page = "\n\n".join(("A Tall Title", *parts))
    titles = [section.title for section in composed(page).sections]
    assert titles[-3:] == [
        "The tower",
        "Photo: The tower at dusk",
        "The tower (continued)",
    ]


def test_a_part_and_its_first_chapter_are_one_to_hear() -> None:
    parts = (
        varied(1),
        "The tower",
        "The stones",
        PARAGRAPH,
        "The end",
        f"X {PARAGRAPH}",
    )
    script = composed("\n\n".join(("A Tall Title", *parts)))
    titles = [section.title for section in script.sections]
    assert titles == ["Introduction", "The tower: The stones", "The end"]


def test_a_long_heading_is_named_by_its_first_sentence() -> None:
    heading = "Want to see the old tower? Take the steps behind the mill at noon"
    page = "\n\n".join(("A Tall Title", varied(1), heading, f"X {PARAGRAPH}"))
    assert composed(page).sections[1].title == "Want to see the old tower?"


def test_a_long_section_is_cut_where_its_topic_turns() -> None:
    river = "The river {} rose above its banks and the flood reached the mill. "
    choir = "A choir {} sang its hymn while the organ played in a full church. "
    pages = [
        (text * 12).format(*f"{n}bcdefghijkl") for text in (river, choir) for n in "12"
    ]
    parts = (varied(1), "The tower", *pages, "The end", f"X {PARAGRAPH}")
    sections = composed("\n\n".join(("A Tall Title", *parts))).sections
    assert len(sections) == 4
    assert sections[1].title == "The tower"
    assert sections[2].utterances[0].written.startswith("A choir")


def test_the_author_s_card_comes_last(script: Script) -> None:
    assert script.sections[-1].title == "About the author"
    assert script.sections[-1].aside


def test_every_chapter_ends_in_a_second_of_silence(script: Script) -> None:
    assert all(section.utterances[-1].pause_ms >= 1000 for section in script.sections)


def test_a_long_book_has_no_more_chapters_than_a_table_can_hold() -> None:
    script = composed(f"A Tall Title\n\n{varied(64 * 8)}" + f"\n\n{varied(500)}Z" * 3)
    assert 60 < len(script.sections) <= MOST_CHAPTERS


def test_a_late_heading_does_not_make_one_chapter_of_all_before_it() -> None:
    page = "\n\n".join(("A Tall Title", varied(40), "The end", f"X {PARAGRAPH}"))
    script = composed(page)
    assert len(script.sections) > 5
    assert max(map(seconds, script.sections)) < 220


def test_a_chapter_of_several_is_named_after_the_article_not_a_picture() -> None:
    parts = ["A Tall Title", varied(1)]
    for at in range(200):
        parts += [
            f"Part {'x' * (at % 9 + 1)}",
            f"{varied(4)} {at}",
            CAPTION.replace("dusk", f"{at}"),
        ]
    sections = composed("\n\n".join(parts)).sections
    assert len(sections) <= MOST_CHAPTERS
    named = [section.title for section in sections if not section.aside]
    assert not any(title.startswith("Photo") for title in named)
