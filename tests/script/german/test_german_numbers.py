import pytest

from narrate.script.german import numbers

CARDINALS = {
    0: "null",
    1: "eins",
    16: "sechzehn",
    17: "siebzehn",
    21: "einundzwanzig",
    30: "dreißig",
    101: "einhunderteins",
    275: "zweihundertfünfundsiebzig",
    1_001: "eintausendeins",
    21_000: "einundzwanzigtausend",
    101_000: "einhunderteintausend",
    1_000_000: "eine Million",
    2_000_001: "zwei Millionen eins",
    3_000_000_000: "drei Milliarden",
    1_000_001_000_000: "eine Billion eine Million",
}
ORDINALS = {
    1: "erste",
    3: "dritte",
    7: "siebte",
    8: "achte",
    19: "neunzehnte",
    20: "zwanzigste",
    21: "einundzwanzigste",
    100: "einhundertste",
    101: "einhunderterste",
    112: "einhundertzwölfte",
    1_000: "eintausendste",
    1_000_000: "millionste",
}
YEARS = {
    800: "achthundert",
    1066: "eintausendsechsundsechzig",
    1100: "elfhundert",
    1900: "neunzehnhundert",
    1984: "neunzehnhundertvierundachtzig",
    2000: "zweitausend",
    2024: "zweitausendvierundzwanzig",
}


@pytest.mark.parametrize(("n", "words"), CARDINALS.items())
def test_a_number_is_said(n: int, words: str) -> None:
    assert numbers.cardinal(n) == words


@pytest.mark.parametrize(("n", "words"), ORDINALS.items())
def test_a_place_in_a_row_is_said(n: int, words: str) -> None:
    assert numbers.ordinal(n) == words


@pytest.mark.parametrize(("n", "words"), YEARS.items())
def test_a_year_is_said(n: int, words: str) -> None:
    assert numbers.year(n) == words


def test_a_place_ends_as_its_article_wants() -> None:
    assert numbers.ordinal(3, "en") == "dritten"


def test_one_ends_as_its_noun_wants() -> None:
    assert numbers.cardinal(1, "eine") == "eine"
    assert numbers.cardinal(21, "eine") == "einundzwanzig"


@pytest.mark.parametrize("text", ["1.250,05", "1 250,05", "1'250,05"])
def test_decimals_are_said_digit_by_digit(text: str) -> None:
    said = "eintausendzweihundertfünfzig Komma null fünf"
    assert numbers.number(text) == said


def test_a_number_beyond_all_names_is_said_digit_by_digit() -> None:
    assert numbers.integer("9" * 40).split() == ["neun"] * 40


@pytest.mark.parametrize(
    ("amount", "scale", "said"),
    [
        ("1", "Mrd.", "eine Milliarde"),
        ("3,2", "Mio.", "drei Komma zwei Millionen"),
        ("5", "Tsd.", "fünf Tausend"),
        ("2", "Billionen", "zwei Billionen"),
    ],
)
def test_a_scale_is_said_whole(amount: str, scale: str, said: str) -> None:
    assert numbers.scaled(amount, scale) == said
