"""Chemistry: formulae made of the symbols of elements, letter by letter."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.numbers import cardinal

_ELEMENTS = (
    "He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb"
    "|Sr|Zr|Nb|Mo|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Nd|Sm|Eu|Gd|Dy|Hf|Ta|Re"
    "|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|Rn|Ra|Ac|Th|Pa|Np|Pu|Am|H|B|C|N|O|F|P|S|K|V|Y|I|W|U"
)
_FIGURE = "[0-9₀-₉]"
_ATOM = rf"(?:{_ELEMENTS}){_FIGURE}{{0,3}}"
_ASCII = {ord("₀") + n: str(n) for n in range(10)} | {ord("⁺"): "+", ord("⁻"): "-"}
_ASCII |= {ord("⁰") + n: str(n) for n in range(4, 10)} | {178: "2", 179: "3", 8722: "-"}
# Without a figure only these: "As", "In", "He", "No" and "CO" are words before that.
_PLAIN = "NaCl|HCl|KCl|NaOH|KOH|SOx|HCN|ZnO|CaO|MgO|TiO|GaAs|GaN|SiC|NaF|CuO|LiF"
_IONS = "Na|K|Li|H|Ca|Mg|Fe|Cu|Zn|Al|Ag|Cl|Br|F|I|NH4|NO3|OH|SO4|HCO3"
_NITRIC = (
    "synthesis|synthases?|production|donors?|bioavailability|signall?ing|inhibitors?"
)


def _spell(formula: str) -> str:
    """Say "Fe2O3" as "F E two O three"."""
    parts = re.findall(r"\d+|[A-Za-z]", formula.translate(_ASCII))
    return " ".join(cardinal(int(p)) if p.isdigit() else p.upper() for p in parts)


def _formula(found: re.Match[str]) -> str | None:
    """Say a formula that has a figure, and two elements or a small letter figure."""
    name = found["formula"]
    atoms = re.findall(rf"(?:{_ELEMENTS}){_FIGURE}*", name)
    small = any("₀" <= letter <= "₉" for letter in name)
    figures = any(letter.isdigit() for letter in name)
    if not figures or (len(atoms) < 2 and not small and "(" not in name):
        return None
    return _spell(name)


def _ion(found: re.Match[str]) -> str:
    charge = found["charge"].translate(_ASCII)
    sign = "plus" if "+" in charge else "minus"
    many = charge.strip("+-")
    return f"{_spell(found['name'])}{f' {cardinal(int(many))}' if many else ''} {sign}"


RULES = (
    Rule(
        name="formula",
        starts=r"(?<![\w-])[A-Z](?=[A-Za-z()]{0,63}[\d₀-₉])",
        marks=FIGURE + "₀₁₂₃₄₅₆₇₈₉",
        pattern=(
            rf"(?<![\w-])(?P<formula>(?:{_ATOM}|\((?:{_ATOM}){{1,3}}\){_FIGURE}){{1,8}}+e?)"
            r"(?![\w+]|-[A-Z\d])"
        ),
        say=_formula,
        examples=(
            ("CO2 and H₂SO₄", "C O two and H two S O four"),
            ("tons of CO₂e", "tons of C O two E"),
            ("C6H12O6", "C six H twelve O six"),
            ("Ca(OH)2", "C A O H two"),
            ("As He said No", "As He said No"),
        ),
    ),
    Rule(
        name="formula",
        words=frozenset(_PLAIN.split("|")),
        pattern=rf"(?<![\w-])(?:{_PLAIN})(?![\w-])",
        say=lambda found: _spell(found[0]),
        examples=(("NaCl and KOH", "N A C L and K O H"),),
    ),
    Rule(
        name="formula",
        words=frozenset({"NOx", "pH", "Pb", "Hg", "Cd", "Zn"}),
        pattern=r"\bNOx\b|\bpH\b|(?<=\bof )(?:Pb|Hg|Cd|Zn)\b",
        say=lambda found: "nocks" if found[0] == "NOx" else _spell(found[0]),
        examples=(("NOx and a pH of", "nocks and a P H of"), ("of Pb", "of P B")),
    ),
    Rule(
        name="ion",
        starts=r"(?<![\w-])[A-Z][A-Za-z]{0,3}\d?[2-4²³]?(?=[+⁺−⁻])",
        marks="+⁺−⁻",
        pattern=rf"(?<![\w-])(?P<name>{_IONS})(?P<charge>[2-4²³]?(?:\+|⁺|−|⁻))(?![\w+-])",
        say=_ion,
        examples=(("Na+ and Ca2+", "N A plus and C A two plus"),),
    ),
    Rule(
        name="isotope",
        starts="[⁰¹²³⁴-⁹]+",
        marks="⁰¹²³⁴⁵⁶⁷⁸⁹",
        pattern=r"(?<!\w)(?P<mass>[⁰¹²³⁴-⁹]{1,3})(?P<name>[A-Z][a-z]?)(?!\w)",
        say=lambda found: f"{' '.join(found['name'].upper())} {_mass(found['mass'])}",
        examples=(("the ¹⁴C date", "the C fourteen date"),),
    ),
    Rule(
        name="fine dust",
        words=frozenset({"PM"}),
        pattern=r"\bPM ?(?P<size>2\.5|₂\.₅|₁₀)(?!\w)",
        say=lambda found: "P M ten" if "₁" in found[0] else "P M two point five",
        examples=(("PM2.5 levels", "P M two point five levels"),),
    ),
    Rule(
        name="formula",
        words=frozenset({"NO"}),
        pattern=rf"\bNO(?= (?:{_NITRIC})\b)",
        say=lambda _: "nitric oxide",
        examples=(("NO synthesis", "nitric oxide synthesis"),),
    ),
)


def _mass(written: str) -> str:
    plain = written.translate(_ASCII | {185: "1", 8304: "0"})
    return cardinal(int(plain))
