"""W3C Pronunciation Lexicons: what other tools write is read, and back again."""

import pytest

from narrate.errors import LexiconError
from narrate.script.entries import Entry, How
from narrate.script.pls import Told, read_pls, write_pls

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<lexicon version="1.0" '
    'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" '
    'xml:lang="en-US">\n'
)
WHOLE = """<meta name="author" content="somebody"/>
<metadata><any xmlns="urn:other">thing</any></metadata>
<lexeme>
  <grapheme>judgment</grapheme>
  <grapheme>judgement</grapheme>
  <phoneme>ˈdʒʌdʒ.mənt</phoneme>
  <!-- how it is used -->
  <example>Poor judgment.</example>
</lexeme>
<lexeme xml:id="w3c"><grapheme>W3C</grapheme>
  <alias>World Wide   Web
  Consortium</alias></lexeme>
<lexeme><grapheme>Newton</grapheme>
  <phoneme>ˈnuːtən</phoneme><phoneme prefer="true">/ˈnjuːtən/</phoneme></lexeme>
<lexeme><grapheme>AT&amp;T</grapheme>
  <phoneme>ˌeɪ tiː ən ˈtiː</phoneme><alias>A T and T</alias></lexeme>
<lexeme><grapheme>tomato</grapheme>
  <phoneme alphabet="x-sampa">t@"meItoU</phoneme></lexeme>
<lexeme role="claws:VVD"><grapheme>read</grapheme><phoneme>rɛd</phoneme></lexeme>
<lexeme><grapheme>Newton</grapheme><alias>another</alias></lexeme>
"""


def test_what_a_file_says_is_taken_over_and_the_rest_told() -> None:
    told = read_pls(f"{HEAD}{WHOLE}</lexicon>".encode(), "a.pls")
    assert told.entries == (
        Entry("judgment", ipa="ˈdʒʌdʒ.mənt"),
        Entry("judgement", ipa="ˈdʒʌdʒ.mənt"),
        Entry("W3C", "World Wide Web Consortium"),
        Entry("Newton", ipa="/ˈnjuːtən/"),
        Entry("AT&T", "A T and T", "ˌeɪ tiː ən ˈtiː"),
    )
    assert told.left_out == (
        'line 20: t@"meItoU is in x-sampa, not IPA',
        "line 19: tomato says nothing",
        "line 21: read is said so only as claws:VVD",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_file_may_have_another_encoding(encoding: str) -> None:
    text = f"{HEAD}<lexeme><grapheme>Zoë</grapheme><alias>zoey</alias></lexeme>"
    data = f"{text}</lexicon>".replace("UTF-8", encoding).encode(encoding)
    assert read_pls(data, "a.pls") == Told((Entry("Zoë", "zoey"),))


BOMB = (
    '<!DOCTYPE lexicon [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    "<lexicon><lexeme><grapheme>&b;</grapheme></lexeme></lexicon>"
)
WRONG = {
    BOMB: "line 1: it has a document type",
    "": "line 1: no element found",
    "<html/>": "line 1: this is no W3C Pronunciation Lexicon",
    f"{HEAD}<lexeme>": "line 3: ",
    f"{HEAD}\n<lexeme>\n<alias>a</alias></lexeme></lexicon>": "line 4: a lexeme with",
    f"{HEAD}<lexeme><grapheme> </grapheme></lexeme></lexicon>": "line 3: an empty gra",
    f"{HEAD}<lexeme>\n<phoneme>k5v</phoneme></lexeme></lexicon>": (
        "line 4: a phoneme that can't be read: '5'"
    ),
    f"{HEAD}<lexeme>&x;</lexeme></lexicon>": "line 3: undefined entity",
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_broken_file_names_itself_and_the_line(text: str) -> None:
    with pytest.raises(LexiconError, match=WRONG[text]) as caught:
        read_pls(text.encode(), "a.pls")
    assert "a.pls" in str(caught.value)
    assert caught.value.exit_code == 3


def test_what_is_written_is_read_back() -> None:
    entries = (
        Entry("Kyiv", "keev", "ˈkiːɪv"),
        Entry("AT&T <b>", "A T \0and T"),
        Entry("Zelenskyy", ipa="zəˈlɛnski"),
    )
    text, left_out = write_pls(entries, "en-US", " ".join)
    assert left_out == ()
    told = read_pls(text.encode(), "a.pls")
    assert told.left_out == ()
    assert told.entries == (entries[0], Entry("AT&T <b>", "A T and T"), entries[2])


def test_what_a_pls_can_t_say_is_told() -> None:
    entries = (
        Entry("XKCD", how=How.SPELL),
        Entry("IBM", how=How.WORD),
        Entry("IDF", how=How.EXPAND, long="Israel Defense Forces"),
        Entry("bass", "base", near=("guitar",)),
        Entry("gate", "gayt", whole=False),
        Entry("UN", long="United Nations"),
    )
    text, left_out = write_pls(entries, "en", " ".join)
    assert read_pls(text.encode(), "a.pls").entries == (
        Entry("XKCD", "X K C D"),
        Entry("IBM", "Ibm"),
        Entry("IDF", "Israel Defense Forces"),
    )
    assert left_out == (
        "bass is said so only by context",
        "gate is said so only as a part of words",
        "UN has only a long form",
    )
