"""Units of measure: their signs and what they are called, prefixes built on."""

_PREFIXES = {
    "n": "nano",
    "µ": "micro",
    "μ": "micro",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "h": "hecto",
    "k": "kilo",
    "K": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "P": "peta",
}
# Sign, name, and the prefixes that people write before it.
_BASES = (
    ("m", "meter", "nµμmcdk"),
    ("g", "gram", "nµμmk"),
    ("L", "liter", "µμmcdh"),
    ("l", "liter", "µμmcdh"),
    ("W", "watt", "mkMGT"),
    ("Wh", "watt-hour", "mkMGT"),
    ("V", "volt", "mkM"),
    ("A", "amp", "mµμk"),
    ("Ah", "amp-hour", "mk"),
    ("Hz", "hertz", "kMGT"),
    ("J", "joule", "mkMG"),
    ("B", "byte", "kKMGTP"),
    ("b", "bit", "kKMGT"),
    ("bps", "bit per second", "kKMGT"),
    ("bit/s", "bit per second", "kMGT"),
    ("Pa", "pascal", "hkMG"),
    ("N", "newton", "kM"),
    ("mol", "mole", "nµμm"),
    ("eV", "electronvolt", "kMGT"),
    ("cal", "calorie", "k"),
    ("Ω", "ohm", "mkM"),
    ("Sv", "sievert", "mµμ"),
    ("Bq", "becquerel", "kMGT"),
    ("t", "ton", "kMG"),
    ("s", "second", "nµμm"),
    ("sec", "second", "nm"),
)
UNITS = {
    prefix + sign: _PREFIXES[prefix] + name
    for sign, name, prefixes in _BASES
    for prefix in prefixes
}
# Written in small letters they can be nothing else.
_SMALL = "kW kWh MW MWh GW GWh kHz MHz GHz Hz kB MB GB TB dB mAh kJ".split()
UNITS |= {
    "m": "meter",
    "g": "gram",
    "L": "liter",
    "l": "liter",
    "W": "watt",
    "Wh": "watt-hour",
    "V": "volt",
    "Hz": "hertz",
    "bps": "basis point",
    "bp": "basis point",
    "Ω": "ohm",
    "mcg": "microgram",
    "mol": "mole",
    "ft": "foot",
    "in": "inch",
    "yd": "yard",
    "yds": "yard",
    "mi": "mile",
    "nmi": "nautical mile",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "fl oz": "fluid ounce",
    "gal": "gallon",
    "qt": "quart",
    "tsp": "teaspoon",
    "tbsp": "tablespoon",
    "Tbsp": "tablespoon",
    "Tsp": "teaspoon",
    "μM": "micromolar",
    "µM": "micromolar",
    "mM": "millimolar",
    "nM": "nanomolar",
    "ha": "hectare",
    "mph": "mile per hour",
    "kph": "kilometer per hour",
    "kmh": "kilometer per hour",
    "mpg": "mile per gallon",
    "kts": "knot",
    "rpm": "R P M",
    "bpm": "beat per minute",
    "fps": "frame per second",
    "psi": "pound per square inch",
    "ppm": "part per million",
    "ppb": "part per billion",
    "cc": "C C",
    "dB": "decibel",
    "dBA": "decibel",
    "hp": "horsepower",
    "bhp": "horsepower",
    "px": "pixel",
    "MP": "megapixel",
    "dpi": "dot per inch",
    "pts": "point",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "s": "second",
    "yr": "year",
    "yrs": "year",
    "mo": "month",
    "mos": "month",
    "wk": "week",
    "wks": "week",
    "mmHg": "millimeter of mercury",
    "hPa": "hectopascal",
    "GtCO2": "gigaton of C O two",
    "MtCO2": "megaton of C O two",
    "tCO2": "ton of C O two",
    "°C": "degree Celsius",
    "°F": "degree Fahrenheit",
    "℃": "degree Celsius",
    "℉": "degree Fahrenheit",
    "°": "degree",
}
UNITS |= {sign.lower(): UNITS[sign] for sign in _SMALL}
PER = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "sec": "second",
    "min": "minute",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "yr": "year",
} | {
    word: word
    for word in (
        "hour day week month year night person head minute second mile gallon pound "
        "ounce share ton unit user game household capita kilo barrel liter acre square"
    ).split()
}
"""After a stroke these are enough by themselves: "$20/mo", "80/hour"."""

_POWERS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_FORMS = {"sq": "square", "cu": "cubic"}
_LENGTHS = frozenset("m km cm mm mi ft in yd".split())
_SAME = frozenset(
    "micromolar millimolar nanomolar hertz kilohertz megahertz gigahertz terahertz "
    "horsepower M".split()
)
_IRREGULAR = {"foot": "feet", "inch": "inches"}


def unit_name(sign: str) -> str:
    """Name a unit in the singular; "" for what is none. "km2" is a square kilometer."""
    sign = (
        sign.replace(". ", " ")
        .removesuffix(".")
        .replace("º", "°")
        .replace("oC", "°C")
        .replace("oF", "°F")
    )
    sign = sign.replace("° ", "°")
    form, space, rest = sign.partition(" ")
    if space and form in _FORMS:
        return f"{_FORMS[form]} {UNITS[rest]}" if rest in _LENGTHS else ""
    if sign[-1:] in _POWERS and sign[:-1] in _LENGTHS:
        return f"{_POWERS[sign[-1]]} {UNITS[sign[:-1]]}"
    return UNITS.get(sign, "") or (UNITS.get(sign.lower(), "") if len(sign) > 2 else "")


def plural_unit(name: str) -> str:
    """Give a unit's plural: "miles per hour", "square feet", "degrees Celsius"."""
    for link in (" per ", " of "):
        head, found, rest = name.partition(link)
        if found:
            return f"{plural_unit(head)}{link}{rest}"
    head, space, last = name.rpartition(" ")
    if last in {"Celsius", "Fahrenheit"}:
        return f"{head}s {last}"
    if last in _SAME or last == "C":
        return name
    return f"{head}{space}{_IRREGULAR.get(last, f'{last}s')}"
