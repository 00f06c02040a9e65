import pytest

from narrate.read.credits import split_credit

CREDITED = {
    "A light at dusk. (Ana Lee/AFP via Getty Images)": "(Ana Lee/AFP via Getty Images)",
    "A light at dusk. Ana Lee/AFP via Getty Images": "Ana Lee/AFP via Getty Images",
    "A light at dusk. Photo: Ana Lee/Reuters": "Photo: Ana Lee/Reuters",
    "The ferry leaves [REUTERS]": "[REUTERS]",
    "The ferry leaves in May. | Ana Lee/AP Photo": "| Ana Lee/AP Photo",
    "The ferry leavesCredit...Ana Lee/The Courier": "Credit...Ana Lee/The Courier",
    "The ferry leaves. Credit...Ana Lee/The Courier": "Credit...Ana Lee/The Courier",
    "A gate, closed. (AP Photo/Bo Chen, File)": "(AP Photo/Bo Chen, File)",
    "A saw. (Image credit: Saws & Co)": "(Image credit: Saws & Co)",
    "Sappers check a field on Oct. 12, 2024. Marta Holub/Kharkiv Field Desk via AP": (
        "Marta Holub/Kharkiv Field Desk via AP"
    ),
}


@pytest.mark.parametrize("caption", CREDITED)
def test_a_credit_is_parted_from_its_caption(caption: str) -> None:
    words, credit = split_credit(caption)
    assert credit == CREDITED[caption]
    assert "".join(f"{words}{credit}".split()) == "".join(caption.split())


PROSE = (
    "He would not say more, a spokesman told Reuters.",
    "The town has shops and/or cafes on every corner.",
    "She was born in 1960 (or 1961).",
    "He spoke with the agency (and with his lawyer).",
    "“We ran,” she said. “Nobody looked back.”",
    "Sen. Jane Doe (R) said on Monday that the bill would pass.",
    "The left coronary artery (L) is shown in the next figure.",
    "They work at the Environmental Protection Agency (EPA).",
    "It is caused by the human immunodeficiency virus (HIV/AIDS).",
    "Ann Lee has covered war since 2001. She now writes about energy for Reuters.",
    "Courtesy of a new state law, drivers may now park there.",
    "Photographs by Ansel Adams hang on every wall of the old house.",
    "They opened with a cover. AC/DC would have been proud",
    "He spoke to one outlet only. AP.",
)


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_has_no_credit(sentence: str) -> None:
    assert split_credit(sentence) == (sentence, "")


@pytest.mark.parametrize("credit", ["Photo: Ana Lee/Reuters", "Photo by Ana Lee"])
def test_a_credit_alone_is_all_credit(credit: str) -> None:
    assert split_credit(credit) == ("", credit)


def test_a_labelled_description_is_a_caption() -> None:
    words = "Photo: The light at dusk, seen from the ferry."
    assert split_credit(words) == (words, "")
