from email.message import EmailMessage
from email.policy import SMTP

import pytest

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.roles import FURNITURE, Role

TEXT = (
    "The council met on Tuesday and talked about the tower until midnight, which "
    "nobody had expected of it."
)
LETTER = f"""<html lang="en"><body><div style="display:none">Unseen one</div>
<div style="max-height:0;mso-hide:all">Unseen two &zwnj;&nbsp;</div>
<table><tr><td><table><tr><td><a href="b">View in browser</a></td></tr></table></td>
</tr>
<tr><td><h1>The Tower</h1><img src="t.gif" width="1" height="1" alt=""/>
<p>{TEXT} <a href="u">Read about it online.</a></p><p>You can manage your preferences
about stairs, they said.</p><p><a href="c">Leave a comment</a></p></td></tr>
<tr><td>You are receiving this as a reader. <a href="o">Unsubscribe</a></td></tr>
<tr><td>Tower Inc., 12 Harbour Road, Harrow, CA 94103</td></tr>
<tr><td>© 2024 The Tower. All rights reserved.</td></tr></table></body></html>"""

PLAIN = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset={}\n\n"


def mail(**more: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Fwd: The Tower – a café"
    message["From"] = '"Ann Lee from The Harbour" <ann@harbour.example>'
    message["Date"] = "Thu, 07 Mar 2024 23:30:00 -0500"
    for name, value in more.items():
        message[name] = value
    return message


def read(data: bytes, name: str = "a.eml") -> Page:
    source = Source(name, data)
    known = find_format(source)
    assert known.name == "mail"
    return known.read(source)


def newsletter() -> EmailMessage:
    message = mail()
    message.set_content("The same in plain text.")
    message.add_alternative(LETTER, subtype="html")
    return message


def test_a_newsletter_is_read_without_what_its_service_adds() -> None:
    page = read(bytes(newsletter()))
    assert [line.text for line in page.lines if line.hint not in FURNITURE] == [
        "The Tower",
        f"{TEXT} Read about it online.",
        "You can manage your preferences about stairs, they said.",
    ]
    assert [line.text for line in page.lines if line.hint in FURNITURE] == [
        "View in browser",
        "Leave a comment",
        "You are receiving this as a reader. Unsubscribe",
        "Tower Inc., 12 Harbour Road, Harrow, CA 94103",
        "© 2024 The Tower. All rights reserved.",
    ]


def test_the_headers_say_who_wrote_what_and_when() -> None:
    page = read(bytes(newsletter()))
    assert page.title == "The Tower – a café"
    assert (page.byline, page.site) == ("Ann Lee", "The Harbour")
    assert page.published == "2024-03-07"


def test_an_address_is_no_name() -> None:
    message = mail()
    message.replace_header("From", "ann@harbour.example")
    message.set_content(TEXT)
    assert read(bytes(message)).byline == ""


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
def test_a_plain_letter_is_read_as_its_lines_stand(transfer: str) -> None:
    message = mail()
    message.set_content(f"Café,\n\n{TEXT}\n", cte=transfer)
    page = read(bytes(message))
    assert [line.text for line in page.lines][:3] == ["Café,", "", TEXT]
    assert {line.hint for line in page.lines} == {None}


def test_lines_that_flow_are_joined() -> None:
    message = mail()
    message.set_content("One \ntwo.\n\n> three \n> four\n-- \nAnn\n")
    message.set_param("format", "flowed")
    lines = [line.text for line in read(bytes(message)).lines]
    assert lines == ["One two.", "", "> three four", "-- ", "Ann"]


def test_every_text_of_a_mixed_mail_is_read_and_what_is_attached_is_named() -> None:
    message = newsletter()
    message.add_attachment(b"%PDF", "application", "pdf", filename="plan ü.pdf")
    message.add_attachment("A mailing list's foot.", disposition="inline")
    page = read(bytes(message))
    assert page.lines[-1].text == "A mailing list's foot."
    assert page.notices == ("Attached and not read: plan ü.pdf.",)


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "koi8-r", "cp1252"])
def test_a_charset_is_believed(charset: str) -> None:
    text = {"iso-2022-jp": "こんにちは", "koi8-r": "Привет"}.get(charset, "Café – “so”")
    page = read(PLAIN.format(charset).encode() + text.encode(charset))
    assert page.lines[0].text == text


def test_a_charset_with_a_nul_in_its_name_is_no_charset() -> None:
    page = read((PLAIN.format("utf\0-8") + TEXT).encode())
    assert TEXT in " ".join(line.text for line in page.lines)


def test_a_charset_that_nobody_knows_is_said() -> None:
    page = read(PLAIN.format("x-tower").encode() + b"The tower.")
    assert page.lines[0].text == "The tower."
    assert page.notices == ("a.eml is written in x-tower, which nobody knows.",)


def test_a_broken_header_is_given_as_it_stands() -> None:
    data = b"Subject: =?utf\xff8?q?Tower?=\nFrom: a@b.example\nMIME-Version: 1.0\n\nUp."
    page = read(data)
    assert "Tower" in page.title
    assert page.lines[0].text == "Up."


def test_a_page_that_a_browser_saved_is_read_as_a_page() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://harbour.example/tower"
    message["Subject"] = "The Tower | Harbour"
    body = "".join(f"<p>{TEXT} {n}</p>" for n in "abcde")
    page = "<html><head><title>The Tower</title></head><body><nav>Menu</nav><article>"
    message.set_content(
        f"{page}<h1>The Tower</h1>{body}</article></body></html>", "html"
    )
    message.make_related()
    read_page = read(bytes(message), "a.mhtml")
    assert read_page.title == "The Tower"
    assert read_page.byline == read_page.published == ""
    assert [line.text for line in read_page.lines if line.hint is Role.PARAGRAPH] == [
        f"{TEXT} {n}" for n in "abcde"
    ]


def test_every_word_that_is_seen_is_in_one_line() -> None:
    words = [f"word{n}" for n in range(9)]
    message = mail()
    message.set_content(
        f"<div>{words[0]}<table><tr><td>{words[1]}<p>{words[2]}</td></tr><tr><td>{words[3]}"
        f"</td></tr></table>{words[4]}<br><br>{words[5]}</div><ul><li>{words[6]}</ul>"
        f"<h2>{words[7]}</h2><center><a href='x'>{words[8]} unsubscribe</a></center>",
        "html",
    )
    found = " ".join(line.text for line in read(bytes(message)).lines).split()
    assert sorted(found) == sorted([*words, "unsubscribe"])


LOCKED = (
    "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nVersion: 1\n--b--\n",
    "Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB\n",
    "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\nhQE\n",
)


@pytest.mark.parametrize("rest", LOCKED)
def test_an_encrypted_mail_is_refused(rest: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.eml is encrypted\. Open it in your"):
        read(b"From: a@b.example\nMIME-Version: 1.0\n" + rest.encode())


def test_a_mail_without_text_or_no_mail_at_all_is_refused() -> None:
    message = mail()
    message.add_attachment(b"%PDF", "application", "pdf", filename="plan.pdf")
    with pytest.raises(ArticleError, match="holds no text, only what is attached"):
        read(bytes(message))
    with pytest.raises(ArticleError, match="is no mail: it has neither sender"):
        find_format(Source("a.eml", b"words")).read(Source("a.eml", b"words"))


def test_a_mail_nested_without_end_is_refused() -> None:
    part = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'
        for n in range(5000)
    )
    with pytest.raises(ArticleError, match="nested deeper"):
        read(b"From: a@b.example\nMIME-Version: 1.0\n" + part.encode())
