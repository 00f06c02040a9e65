"""Bytes into letters: by the font's character set, or the file's code page."""

import codecs

_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_SYMBOLS = 2  # the character set of fonts with signs in the places of letters
_SYSTEMS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SIGNS = {"\xb7": "•", "\xa7": "▪", "\xa8": "□", "\xb0": "°", "\xb1": "±", "\xb4": "×"}

_PRIVATE, _LAST = 0xF000, 0xFF

WORDS = {
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "tab": " ",
    "line": " ",
    "softline": " ",
    "lbr": " ",
    "~": "\xa0",
    "_": "‑",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
"""Control words and signs that are letters."""


class Letters:
    """What the bytes of each font stand for."""

    def __init__(self) -> None:
        self.codec, self.default = "cp1252", -1
        self.font = -1  # the one that is described
        self.codecs: dict[int, str] = {}
        self.symbols: set[int] = set()

    def hear(self, word: str, number: int) -> bool:
        """Note what a control word says of fonts; False for any other word."""
        if word == "deff":
            self.default = number
        elif word == "fcharset" and number == _SYMBOLS:
            self.symbols.add(self.font)
        elif word == "fcharset":
            self.codecs.setdefault(self.font, _CHARSETS.get(number, ""))
        elif word == "cpg":
            self.codecs[self.font] = _page_codec(number)
        elif word == "ansicpg":
            self.codec = _page_codec(number)
        elif word in _SYSTEMS:
            self.codec = _SYSTEMS[word]
        else:
            return False
        return True

    def decode(self, data: bytes, font: int) -> str:
        """Give the letters of some bytes; what fits nowhere is read as Western."""
        if font in self.symbols:
            return data.decode("latin-1")
        codec = self.codecs.get(self.default if font < 0 else font) or self.codec
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")

    def shown(self, text: str, font: int) -> str:
        """Give what a font of symbols shows in the places of letters."""
        own = font in self.symbols
        if own or (not text.isascii() and any(_is_private(c) for c in text)):
            return "".join(_sign(c) for c in text)
        return text


def _page_codec(page: int) -> str:
    """Give the codec of a code page; Windows' Western one where it is unknown."""
    for name in (f"cp{page}", {10000: "mac_roman", 65001: "utf-8"}.get(page, "")):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"


def _is_private(letter: str) -> bool:
    """Tell a private place where Windows keeps a font's symbols."""
    return 0 <= ord(letter) - _PRIVATE <= _LAST


def _sign(letter: str) -> str:
    plain = chr(ord(letter) - _PRIVATE) if _is_private(letter) else letter
    return _SIGNS.get(plain) or _GREEK.get(plain) or plain
