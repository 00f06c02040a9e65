"""Roman figures, which every language of Europe writes alike."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(text: str) -> int:
    """Read Roman figures; 0 if they are not well formed."""
    total = 0
    values = [_ROMAN[letter] for letter in text]
    for at, value in enumerate(values):
        smaller = at + 1 < len(values) and value < values[at + 1]
        total += -value if smaller else value
    return total if _to_roman(total) == text else 0


def _to_roman(n: int) -> str:
    said = ""
    for figure in (
        "M",
        "CM",
        "D",
        "CD",
        "C",
        "XC",
        "L",
        "XL",
        "X",
        "IX",
        "V",
        "IV",
        "I",
    ):
        value = _ROMAN[figure[-1]] - (_ROMAN[figure[0]] if len(figure) > 1 else 0)
        while n >= value:
            said, n = said + figure, n - value
    return said
