"""One walk over an RTF file: groups open and close, words are said or set aside."""

import re
from dataclasses import replace

from narrate.read.rtf.base import (
    USUAL_HALF_POINTS,
    Facts,
    Flow,
    Group,
    Look,
    Paragraph,
    whole,
)
from narrate.read.rtf.codes import WORDS, Letters
from narrate.roles import Role

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|(?P<bytes>(?:\\'[0-9a-fA-F]{2}|[\x80-\xff])+)"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    r"|(?P<letters>[^\\{}\r\n\x80-\xff]+)|[\r\n]+|\\"
)
_BYTE = re.compile(r"\\'([0-9a-fA-F]{2})|([\x80-\xff])")
_TABLES = ("fonttbl", "stylesheet")
_KEPT = (*_TABLES, "title", "author")
# A star before these does not mean that who knows nothing of them loses nothing.
_STARRED_TEXT = frozenset(
    "shpinst shptxt ud footnote moMath moMathPara mr mt dptxbxtext".split()
)
_SKIPPED = frozenset(
    "colortbl info pict object fldinst xe tc rxe txe bkmkstart bkmkend annotation "
    "atnid atnauthor atnicn atntime atnref atndate shprslt sn sv sp nonshppict "
    "nonesttables ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable "
    "listoverridetable revtbl filetbl themedata datastore private background pnseclvl "
    "falt panose template comment operator keywords subject doccomm creatim revtim "
    "printim buptim upr do".split()
)
_SEEN_AGAIN = frozenset("result ud shptxt shpinst dptxbxtext".split())
_NUMBERS = {"f": "font", "fs": "half_points", "s": "style", "outlinelevel": "level"}
_SWITCHES = {"b": "bold", "v": "hidden", "deleted": "hidden", "intbl": "in_table"}
_HEADS = re.compile(r"(?:header|footer)[lrf]?")
_ENDS = frozenset("par sect page column softpage".split())


class Walk:
    """What was found so far."""

    def __init__(self) -> None:
        self.facts = Facts()
        self.body = Flow()
        self.heads: list[Paragraph] = []
        self.group = Group(self.body)
        self.stack: list[Group] = []
        self.names: list[str] = []  # the letters of a name that is kept
        self.letters = Letters()
        self.number = 0  # of the style that is described
        self.notes = 0
        self.closed = False  # the last brace has come
        self.to_skip = 0  # letters behind one that old programs don't know

    def run(self, text: str) -> None:
        """Read a file, one character for each of its bytes."""
        takes = {
            "brace": self._brace,
            "sign": self._sign,
            "bytes": self._bytes,
            "letters": self._letters,
        }
        at = 0
        while not self.closed and (found := _TOKEN.match(text, at)):
            at = found.end()
            if found["word"] == "bin":
                at += max(0, int(found["number"] or 0))
            elif found["word"]:
                number = found["number"]
                self._word(found["word"], int(number) if number else None)
            elif found.lastgroup:
                takes[found.lastgroup](found[found.lastgroup])
        self.facts.ended = self.closed
        while self.stack:
            self._brace("}")

    def _brace(self, brace: str) -> None:
        """Open or close a group."""
        self.to_skip = 0
        if brace == "{":
            self.stack.append(self.group)
            self.group = replace(self.group, fresh=True)
            if self.group.keeps in _TABLES:
                self.number, self.names = 0, []
            return
        closed = self.group
        if self.stack:
            self.group = self.stack.pop()
        if closed.keeps and (closed.keeps in _TABLES or not self.group.keeps):
            self._keep(closed.keeps)
        if closed.flow is not self.group.flow:
            self._end_flow(closed)
        self.closed = not self.stack

    def _keep(self, what: str) -> None:
        name = " ".join(whole("".join(self.names)).split()).rstrip("; ")
        if what == "stylesheet" and name:
            self.facts.styles.setdefault(self.number, name.casefold())
        elif what == "title":
            self.facts.title = name
        elif what == "author":
            self.facts.author = name
        self.names = []

    def _end_flow(self, closed: Group) -> None:
        ended = closed.flow.end(closed)
        if closed.flow.role is Role.FURNITURE:
            self.heads += ended
        else:
            self.group.flow.waiting += ended

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.group.keeps = self.group.keeps or "*"
        elif sign in "\r\n":
            self.group.flow.end_paragraph(self.group)
        elif sign in WORDS:
            self._letters(WORDS[sign])

    def _word(self, word: str, number: int | None) -> None:
        group = self.group
        fresh, group.fresh = group.fresh, False
        starred = group.keeps == "*"
        if starred:
            group.keeps = ""
            group.skip = group.skip or word not in _STARRED_TEXT
        if fresh or starred:
            self._open(word)
        if word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self.to_skip = group.stand_ins
            return
        if word in WORDS:
            self._letters(WORDS[word])
            return
        self.to_skip = 0
        if not self._format(word, 1 if number is None else number):
            self._break(word)

    def _open(self, word: str) -> None:
        """Take the first word of a group for its purpose."""
        group = self.group
        if word in _KEPT:
            group.keeps, self.names = word, []
        elif word in _SEEN_AGAIN:
            group.skip = False
        elif word in _SKIPPED:
            group.skip = True
        if group.skip:
            return
        if word == "footnote":
            self.notes += 1
            group.flow = Flow(Role.FOOTNOTE)
        elif _HEADS.fullmatch(word):
            group.flow = Flow(Role.FURNITURE)
        elif word in ("shptxt", "dptxbxtext"):
            group.flow = Flow(group.flow.role)
        elif word in ("listtext", "pntext"):
            group.numbers_item = True

    def _format(self, word: str, number: int) -> bool:
        """Note how letters are set from here on; False for any other word."""
        group = self.group
        if word == "f" and group.keeps == "fonttbl":
            self.letters.font = number
        elif word == "s" and group.keeps == "stylesheet":
            self.number = number
        elif word in _NUMBERS and not group.keeps:
            setattr(group, _NUMBERS[word], number)
        elif word in _SWITCHES and not group.keeps:
            setattr(group, _SWITCHES[word], bool(number))
        elif word == "uc":
            group.stand_ins = max(0, number)
        elif word == "plain":
            group.font, group.hidden = self.letters.default, False
            group.bold, group.half_points = False, USUAL_HALF_POINTS
        else:
            return self.letters.hear(word, number)
        return True

    def _break(self, word: str) -> None:
        """End a paragraph, a cell or a row, or note what the paragraph is."""
        group = self.group
        flow = group.flow
        if group.skip or group.keeps:
            return
        if word in _ENDS:
            flow.end_paragraph(group)
        elif word in ("cell", "nestcell"):
            flow.end_cell(group)
        elif word == "row":
            flow.end_row()
        elif word == "pard":
            group.style, group.level, group.in_table = 0, -1, False
        elif word == "chftn":
            note = flow.role is Role.FOOTNOTE
            self._say(f"[{self.notes}] " if note else f"[{self.notes + 1}]")

    def _bytes(self, written: str) -> None:
        codes = [
            int(found[1], 16) if found[1] else ord(found[2])
            for found in _BYTE.finditer(written)
        ]
        skipped = min(self.to_skip, len(codes))
        self.to_skip -= skipped
        self._say(self.letters.decode(bytes(codes[skipped:]), self.group.font))

    def _letters(self, text: str) -> None:
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        self._say(text[skipped:])

    def _say(self, text: str) -> None:
        group = self.group
        group.fresh = False
        if group.keeps and group.keeps != "*":
            self.names.append(text)
        elif text and not group.skip and not group.hidden:
            text = self.letters.shown(text, group.font)
            group.flow.item |= group.numbers_item and not text.isspace()
            group.flow.add(text, Look(group.half_points, group.bold))
