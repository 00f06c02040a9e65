"""What a PDF says of itself, held against what stands on its first sheets."""

import re
from collections.abc import Iterator, Sequence

from narrate.errors import ArticleError
from narrate.read.base import letters
from narrate.read.pdf.base import NO_LETTER, Paper, Sheet

_FIRST_SHEETS = 2
_AUTHOR_WORDS = 12
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PRIVATE = ("\ue000", "\uf8ff")
_GARBLED = 0.5  # of a sheet's letters
_MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
_CLOSEST = 3  # page numbers in a row that are said as "3 to 5"


def byline(paper: Paper) -> str:
    """Take the author that the file names if the first sheets name them too.

    Programs fill in who owns the computer.
    """
    words = paper.author.split()
    key = letters(paper.author)
    if not 1 < len(words) <= _AUTHOR_WORDS or not key.isalpha():
        return ""
    return paper.author if key in letters(_first_text(paper)) else ""


def published(paper: Paper) -> str:
    """Take the day the file was made, if the first sheets name its month and year."""
    if not paper.created:
        return ""
    text = _first_text(paper).casefold()
    year, month, _ = paper.created.split("-")
    if paper.created in text:
        return paper.created
    name = _MONTHS[int(month) - 1] if 0 < int(month) <= len(_MONTHS) else ""
    named = name and re.search(rf"{name}\W.{{0,6}}{year}", text)
    return f"{year}-{month}" if named else ""


def language(paper: Paper) -> str:
    """Take the file's language if it is written as one."""
    return paper.language if _LANGUAGE.fullmatch(paper.language) else ""


def refuse_wordless(name: str, paper: Paper) -> None:
    """Raise ArticleError for a file without a readable word, and say why."""
    sheets = paper.sheets
    if any(_is_readable(sheet) for sheet in sheets):
        return
    count = len(sheets)
    remedy = (
        "Run it through a program that reads the letters in pictures (OCR), and give "
        "what that makes"
    )
    if any(sheet.words for sheet in sheets):
        trouble = "does not say which letters its signs stand for"
        raise ArticleError(name, trouble, remedy)
    if any(sheet.pictured for sheet in sheets):
        pages = f"pictures of {count} pages" if count > 1 else "the picture of a page"
        raise ArticleError(name, f"holds {pages} and no text", remedy)
    if any(sheet.torn for sheet in sheets):
        raise ArticleError(name, "is broken: no page can be read", "Download it again")
    raise ArticleError(name, "holds no words", "Give a PDF with the article's text")


def notices(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Name the pages whose words are lost, a sentence for each reason."""
    pictured = [at for at, sheet in enumerate(sheets, 1) if sheet.pictured]
    garbled = [
        at
        for at, sheet in enumerate(sheets, 1)
        if sheet.words and not _is_readable(sheet)
    ]
    torn = [at for at, sheet in enumerate(sheets, 1) if sheet.torn]
    if pictured:
        hold = "hold" if len(pictured) > 1 else "holds"
        yield f"{_pages(pictured)} {hold} only pictures: their words can't be read."
    if garbled:
        do = "do" if len(garbled) > 1 else "does"
        yield f"{_pages(garbled)} {do} not say which letters the signs stand for."
    if torn:
        are = "are" if len(torn) > 1 else "is"
        yield f"{_pages(torn)} {are} missing: the file is broken there."


def _pages(numbers: Sequence[int]) -> str:
    """Say "Page 3", "Pages 3 and 7" or "Pages 1 to 4 and 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        together = len(run) >= _CLOSEST
        parts += [f"{run[0]} to {run[-1]}"] if together else [str(n) for n in run]
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"Page{'s' if len(numbers) > 1 else ''} {listed}"


def _is_readable(sheet: Sheet) -> bool:
    """Tell a sheet whose letters have a meaning: private ones have none."""
    text = "".join(word.text for word in sheet.words)
    low, high = _PRIVATE
    bad = sum(low <= letter <= high or letter == NO_LETTER for letter in text)
    return bool(text) and bad <= _GARBLED * len(text)


def _first_text(paper: Paper) -> str:
    return " ".join(
        word.text for sheet in paper.sheets[:_FIRST_SHEETS] for word in sheet.words
    )
