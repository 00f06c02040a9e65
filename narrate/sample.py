"""What a voice says when it is tried or measured: every kind of passage."""

ARTICLE = """\
# A clock for the harbour

The old clock above the harbour has told the time since 1911. On Monday it \
stopped, and half the town was late for work.

## What the keeper found

"It is not broken," said Ada Brandt, who has wound it for thirty years. "It is \
tired." She climbed the 96 steps twice before breakfast, and found a nest of jackdaws \
between the wheels.

> Whoever winds a clock learns to wait.

Photo: The clock tower at low tide, seen from the ferry. Ada Brandt/Harbour Museum

She means to have it running by Friday, if the birds agree.
"""
"""In Markdown: title, heading, quotation and caption are said each in its manner."""

SENTENCES = (
    "The old clock above the harbour has told the time since nineteen eleven.",
    "On Monday it stopped, and half the town was late for work.",
    "It is not broken, said the keeper, who has wound it for thirty years.",
    "She climbed the steps twice before breakfast, and found a nest of birds.",
    "The mayor, who lives across the water and sets his watch by it, sent a letter.",
    "Nobody had thought of asking the ferry to wait, and so it left without us.",
    "By Thursday the young birds had been carried to the roof of the chapel.",
    "The wheels were cleaned with oil and a brush made of horse hair.",
    "At noon on Friday the first stroke was heard as far as the lighthouse.",
    "It was four minutes late, and nobody complained.",
)
"""Half a minute of running text: what a voice is measured on."""

OTHERS = {
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter.",
}
"""The first article of the Universal Declaration of Human Rights."""


def sample_in(language: str) -> str:
    """Give a text for a voice of a language (its first part: `de`); else English."""
    return OTHERS.get(language, ARTICLE)
