import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.options import Pacing
from narrate.read.article import read_text
from narrate.script.compose import compose
from narrate.script.phrases import first_clause, name_chapters, phrases, tellers
from narrate.script.titles import LONGEST_TITLE, clean, distinct, hangs, shorten

MINES = (
    "The moves to free up mines for the army and to relax the rules could cost lives.",
    "A pact on clearing mines was signed by nine ministers in the old town hall.",
)
HARBOUR = (
    "Speaking with reporters at a Nov. 7 briefing, State Secretary Ana Lee said that",
    "the harbour fund will grow. The harbour fund is empty now.",
    "Nobody gave to the harbour fund in May.",
)
HOSTILE_STOPS = "a." * 50_000 + "ab."


def best(*sentences: str) -> str:
    return phrases(sentences, next(tellers([sentences])))[0]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("A short one.", "A short one"),
        (
            "The council met and talked about the old tower until late",
            "The council met and talked about the old…",
        ),
        ("a" * 90, "a" * 44 + "…"),
        (
            "The United States has provided the army with mines",
            "The United States has provided the army…",
        ),
        (
            "A committee of the parish has promised to give $1.2 billion",
            "A committee of the parish has promised…",
        ),
        (
            "Crowds cheered the new mayor of Ostrava, Jana Maria Novotna",
            "Crowds cheered the new mayor of Ostrava…",
        ),
        (
            "Mayor Of Ostrava Jana Novotna Wins Prize For Building Towers",
            "Mayor Of Ostrava Jana Novotna Wins Prize…",
        ),
        (
            "What the people of the valley said on Nov. 7 to the press",
            "What the people of the valley…",
        ),
        (
            "The mayor called the plan of the engineers (all of them) mad",
            "The mayor called the plan of the engineers…",
        ),
    ],
)
def test_titles_are_cut_at_a_word_that_can_end_one(title: str, short: str) -> None:
    assert shorten(title) == short
    assert len(short) <= LONGEST_TITLE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("See https://example.org/a?b=c for more", "See for more"),
        ("Fire 🔥 and water 💧", "Fire and water"),
        ("**Bold** _words_ [edit]", "Bold words"),
        ("The mayor (R) and the king (L) meet", "The mayor and the king meet"),
        ("“Half a quotation", "Half a quotation"),
        ('He said "no', "He said no"),
        ("A bracket (left open", "A bracket left open"),
        ("“Whole” and (whole)", "“Whole” and (whole)"),
        ("Help comes from Washington D.C.", "Help comes from Washington D.C."),
        ("Rep. Ana Lee, R-N.C., ", "Rep. Ana Lee, R-N.C."),
        ("They met at noon.", "They met at noon"),
        ("18:28KEY EVENT", "18:28 KEY EVENT"),
        ("Ἀθῆναι, Київ & São Paulo", "Ἀθῆναι, Київ & São Paulo"),
    ],
)
def test_a_title_has_only_what_can_be_said(text: str, title: str) -> None:
    assert clean(text) == title


@pytest.mark.parametrize(
    "words",
    [
        "the army of",
        "talks on Nov.",
        "a fund of $40",
        "success in developing",
        "who is",
        "der Turm und",
        "la vida de",
        "it is literally",
        "a vote by at least two",
        "the program includes",
        "the vicar argued",
        "a plan that is an effective",
        "about how warm",
    ],
)
def test_nobody_ends_with_such_words(words: str) -> None:
    assert hangs(words)


@pytest.mark.parametrize(
    "words",
    ["the year 2013", "the army", "the U.N.", "a family", "Lark Inc.", "an objective"],
)
def test_a_title_may_end_so(words: str) -> None:
    assert not hangs(words)


def test_a_chapter_is_named_by_its_first_clause_where_that_can_stand_alone() -> None:
    assert best(*MINES) == "The moves to free up mines for the army"


def test_a_clause_that_has_just_begun_is_left_out() -> None:
    line = "Sharon Lee, whose mother and two cousins drowned, met them."
    assert first_clause(line, LONGEST_TITLE) == "Sharon Lee"
    assert first_clause("He met them in the harbour of Ness.", 20) == ""


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The study combines qualitative and quantitative methods in one long work.",
            "The study combines qualitative…",
        ),
        (
            "The vicar knows a thing or two about the bells of these towers.",
            "The vicar knows a thing or two…",
        ),
        ("The vicar, Ann Lee, rang the bells of the tower.", "The vicar, Ann Lee"),
        (
            "Traps of carbon, hydrogen, nitrogen and oxygen were laid behind the mill.",
            "Traps of carbon",
        ),
        (
            "The rings, for instance, were found in a drawer under the tower clock.",
            "The rings, for instance, were found…",
        ),
        (
            "Ann, who denies the theft, was seen by the mill on the day of the fair.",
            "Ann, who denies the theft, was seen…",
        ),
        ("Yesterday, the bell of the tower fell.", "The bell of the tower fell"),
    ],
)
def test_a_title_ends_where_a_phrase_ends(sentence: str, title: str) -> None:
    assert best(sentence) == title


def test_what_is_only_said_to_be_possible_is_no_title() -> None:
    line = "Even if the vicar had found a bell, nobody would have lost it."
    found = phrases((line,), next(tellers([(line,)])))
    assert not any(title.startswith("Even") for title in found)


def test_else_it_is_named_by_what_it_keeps_naming() -> None:
    assert best(*HARBOUR) == "Harbour fund"


def test_who_said_it_is_left_out_of_what_was_said() -> None:
    assert best("The mayor said the tower is safe again.") == "The tower is safe again"


def test_no_phrase_takes_another_chapters_name() -> None:
    titles = name_chapters(["", "", "The end"], [MINES, MINES, ()])
    assert len(set(titles)) == len(titles)
    assert titles[2] == "The end"


def test_a_chapter_without_a_word_is_still_named() -> None:
    assert name_chapters(["", ""], [("🔥",), ()]) == ["Part 1", "Part 2"]


def test_a_title_that_was_there_before_is_numbered() -> None:
    given = ["Results", "Results", "results", "Results (continued)"] * 2
    assert list(distinct(given)) == [
        "Results",
        "Results (2)",
        "results (3)",
        "Results (continued)",
        "Results (4)",
        "Results (5)",
        "results (6)",
        "Results (continued 2)",
    ]


def test_many_titles_of_one_name_are_numbered_at_once() -> None:
    assert len(set(distinct(["Results"] * 10_000))) == 10_000


def test_a_hostile_line_is_named_at_once() -> None:
    for line in (
        "a" * 100_000,
        "A b " * 30_000,
        "(“" * 50_000,
        "In a, " * 20_000,
        HOSTILE_STOPS,
    ):
        (title,) = distinct(name_chapters([""], [(line, line)]))
        assert 0 < len(title) <= LONGEST_TITLE


@given(st.lists(st.text(max_size=120), max_size=30))
def test_titles_are_short_and_all_different(texts: list[str]) -> None:
    titles = list(distinct(name_chapters([""] * len(texts), [(t,) for t in texts])))
    assert len(titles) == len(texts)
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(0 < len(title) <= LONGEST_TITLE for title in titles)


@given(st.lists(st.text(alphabet="ab AB.,\"“”()#*\n0…'", max_size=200), max_size=20))
def test_any_articles_chapters_are_named_well(paragraphs: list[str]) -> None:
    script = compose(read_text("\n\n".join(paragraphs), "a.txt"), Pacing())
    titles = [section.title for section in script.sections]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 0 < len(title) <= LONGEST_TITLE
        assert title == title.strip()
        assert title.count("“") == title.count("”")
        assert title.count("(") == title.count(")")
        assert not set(title) & set("#*\n")


def test_a_note_s_mark_is_no_part_of_a_title() -> None:
    assert clean("Barry Allen.1") == "Barry Allen"
    assert clean("Version 2.1") == "Version 2.1"
