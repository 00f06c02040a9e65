"""Numbers that are read figure by figure: telephones, postal codes, books."""

import re

from narrate.script.base import DIGITS, Rule
from narrate.script.german.numbers import digits


def _groups(found: re.Match[str]) -> str:
    """Say a telephone's number, and whatever is read like one."""
    said = ", ".join(digits(group) for group in re.findall(r"\d+", found[0]))
    return f"plus {said}" if found[0].startswith("+") else said


RULES = (
    Rule(
        name="phone number",
        starts=r"\+?\d+|\(",
        pattern=(
            r"(?<![\w.,-])(?:\+\d{1,3}[ /-]?(?:\(0\) ?)?\d{1,5}(?:[ /-]\d{1,10}){1,5}"
            r"|\(0[\d ]{1,7}\) ?\d{1,10}(?:[ -]\d{1,8}){0,4}"
            r"|0\d{1,5}(?:\s?[/–-]\s?|\s)\d{2,10}(?:[ -]\d{1,8}){0,4})(?![\w-])"
        ),
        say=_groups,
        examples=(
            ("unter 030/123", "unter null drei null, eins zwei drei"),
            ("+49 30 12", "plus vier neun, drei null, eins zwei"),
        ),
    ),
    Rule(
        name="phone number",
        starts=DIGITS,
        pattern=(
            r"(?<=\bdie )11[02](?= (?:zu )?w[äa]hl)"
            r"|(?i:(?<=notruf )|(?<=tel\. )|(?<=telefon )|(?<=isbn )|(?<=wkn ))"
            r"\d[\d–-]{2,17}(?!\w)"
        ),
        say=_groups,
        examples=(("den Notruf 110", "den Notruf eins eins null"),),
    ),
    Rule(
        name="postal code",
        starts=r"\b[AD]-\d|\d+",
        pattern=r"(?:\b[AD]-|(?<=, ))\d{5}(?= [A-ZÄÖÜ][a-zäöü])",
        say=lambda found: digits(found[0]),
        examples=((", 10969 Berlin", ", eins null neun sechs neun Berlin"),),
    ),
)
