"""Measures: a number and its unit."""

import re

from narrate.script.base import DIGITS, SIGNED, Rule
from narrate.script.german.numbers import (
    NUMBER,
    SCALE,
    SIGNS,
    TO,
    cardinal,
    is_one,
    number,
    scaled,
)

_UNITS = {
    "nm": "Nanometer",
    "µm": "Mikrometer",
    "mm": "Millimeter",
    "cm": "Zentimeter",
    "m": "Meter",
    "km": "Kilometer",
    "qm": "Quadratmeter",
    "qkm": "Quadratkilometer",
    "mm²": "Quadratmillimeter",
    "cm²": "Quadratzentimeter",
    "m²": "Quadratmeter",
    "m2": "Quadratmeter",
    "km²": "Quadratkilometer",
    "cm³": "Kubikzentimeter",
    "m³": "Kubikmeter",
    "km³": "Kubikkilometer",
    "ha": "Hektar",
    "µg": "Mikrogramm",
    "mg": "Milligramm",
    "g": "Gramm",
    "kg": "Kilogramm",
    "t": "Tonne",
    "ml": "Milliliter",
    "l": "Liter",
    "hl": "Hektoliter",
    "Hz": "Hertz",
    "kHz": "Kilohertz",
    "MHz": "Megahertz",
    "GHz": "Gigahertz",
    "W": "Watt",
    "kW": "Kilowatt",
    "MW": "Megawatt",
    "GW": "Gigawatt",
    "Wh": "Wattstunde",
    "kWh": "Kilowattstunde",
    "MWh": "Megawattstunde",
    "GWh": "Gigawattstunde",
    "TWh": "Terawattstunde",
    "V": "Volt",
    "kV": "Kilovolt",
    "kB": "Kilobyte",
    "KB": "Kilobyte",
    "MB": "Megabyte",
    "GB": "Gigabyte",
    "TB": "Terabyte",
    "Mbit": "Megabit",
    "Gbit": "Gigabit",
    "PS": "P S",
    "Nm": "Newtonmeter",
    "hPa": "Hektopascal",
    "dB": "Dezibel",
    "kcal": "Kilokalorien",
    "kJ": "Kilojoule",
    "ct": "Cent",
    "Ct": "Cent",
    "h": "Stunde",
    "s": "Sekunde",
    "min": "Minute",
    "Min.": "Minute",
    "Std.": "Stunde",
    "Sek.": "Sekunde",
    "ms": "Millisekunde",
    "°C": "Grad Celsius",
    "°F": "Grad Fahrenheit",
    "°": "Grad",
    "Grad": "Grad",
    "Prozentpunkte": "Prozentpunkte",
    "Kilometer": "Kilometer",
    "Meter": "Meter",
}
_BELOW = {"100km": "einhundert Kilometer", "Jahr": "Jahr", "Tag": "Tag"}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_FEMININE = re.compile(r"\w*(?:[Ss]tunde|[Ss]ekunde|Minute|Tonne)")
_LETTER = r"(?<=[ /])[a-zA-Zµ°]"
_LONE = frozenset({"m", "g", "t", "l", "h", "s", "W", "V"})
_AFTER_LONE = re.compile(r"\s?[,.;:!?)“]|\s+[a-zäöü(–-]|\s+[A-ZÄÖÜ]\w+|$")


def _name(unit: str, *, many: bool) -> str:
    said = _UNITS.get(unit) or _BELOW.get(unit, unit)
    return f"{said}n" if many and _FEMININE.fullmatch(said) else said


_TALL = re.compile(r"(?P<meters>[1-9]\d?),(?P<centimeters>(?!00)\d\d)")


def _measure(found: re.Match[str]) -> str | None:
    unit, after = found["unit"], found.string[found.end() : found.end() + 20]
    if unit in _LONE and not _AFTER_LONE.match(after):
        return None
    many = not is_one(found["amount"]) or bool(found["scale"])
    one = "eine" if _FEMININE.fullmatch(_UNITS[unit]) else "ein"
    said = SIGNS[found["sign"]]
    if tall := _TALL.fullmatch(found["amount"]):
        plain = not (found["low"] or found["scale"] or found["per"])
        if plain and _UNITS[unit] == "Meter":
            meters = number(tall["meters"], "ein")
            return f"{said}{meters} Meter {cardinal(int(tall['centimeters']))}"
    if found["low"]:
        said += f"{number(found['low'])} bis "
    said += f"{scaled(found['amount'], found['scale'], one)} {_name(unit, many=many)}"
    return said + (f" pro {_name(found['per'], many=False)}" if found["per"] else "")


RULES = (
    Rule(
        name="measure",
        starts=SIGNED,
        pattern=(
            rf"(?<![\w.,])(?P<sign>[-−+])?(?:(?P<low>{NUMBER}){TO})?"
            rf"(?P<amount>{NUMBER})(?:\s(?P<scale>{SCALE}))?\s?"
            rf"(?P<unit>{_UNIT})(?:\.?/(?P<per>{_UNIT}|100km|Tag|Jahr))?(?![\w²³/]|-\d)"
        ),
        say=_measure,
        examples=(
            ("180 km/h schnell", "einhundertachtzig Kilometer pro Stunde schnell"),
            ("bei -12 °C.", "bei minus zwölf Grad Celsius."),
            ("2,5 Mio. t Erz", "zwei Komma fünf Millionen Tonnen Erz"),
            ("5-10 kg", "fünf bis zehn Kilogramm"),
            ("1 kWh", "eine Kilowattstunde"),
            ("1,90 m groß", "ein Meter neunzig groß"),
            ("40 µg/m³", "vierzig Mikrogramm pro Kubikmeter"),
        ),
    ),
    Rule(
        name="unit",
        starts=_LETTER,
        pattern=(
            rf"(?:(?<=\bje )|(?<=\bpro )|(?<=[a-zäöü]/))(?P<unit>{_UNIT})"
            r"(?![\w²³/-])"
        ),
        say=lambda found: _name(found["unit"], many=False),
        examples=(
            ("Euro pro m²", "Euro pro Quadratmeter"),
            ("je t CO2", "je Tonne CO2"),
        ),
    ),
    Rule(
        name="unit",
        starts="km",
        pattern=r"\bkm(?=\s\d)",
        say=lambda _: "Kilometer",
        examples=(("bei km 14", "bei Kilometer 14"),),
    ),
    Rule(
        name="measure",
        starts=DIGITS,
        pattern=rf"(?<![\w.,])(?P<amount>{NUMBER})-(?P<unit>{_UNIT})(?=-[A-ZÄÖÜ])",
        say=lambda found: (
            f"{number(found['amount'], 'ein')}-{_name(found['unit'], many=True)}"
        ),
        examples=(("im 100-m-Lauf", "im einhundert-Meter-Lauf"),),
    ),
)
