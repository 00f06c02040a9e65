"""The command `narrate lexicon`: fix a word once, and see which ones need it."""

import json as notation
from pathlib import Path
from typing import Annotated

import typer

from narrate import switches as ask
from narrate.terminal import print_lines

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Words, and how they are said."
)
Word = Annotated[str, typer.Argument(metavar="WORD", help="As it is written.")]
To = Annotated[
    Path | None,
    typer.Option("--to", metavar="FILE", help="Instead of the lexicon of your home."),
]
From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FILE", help="Instead of the lexicon of your home."),
]
Exchange = Annotated[
    Path, typer.Argument(metavar="FILE.pls", help="A W3C Pronunciation Lexicon.")
]


@app.command()
def add(
    word: Word,
    said: Annotated[
        str, typer.Argument(metavar="[SAID]", help="As you would spell it.")
    ] = "",
    ipa: Annotated[str, typer.Option("--ipa", metavar="IPA", help="Its sounds.")] = "",
    spell: Annotated[bool, typer.Option("--spell", help="Letter by letter.")] = False,
    long: Annotated[
        str, typer.Option("--long", metavar="WORDS", help="What it stands for.")
    ] = "",
    to: To = None,
) -> None:
    """Say a word so from now on."""
    from narrate.lexicons import home_lexicon
    from narrate.show_words import how
    from narrate.wordbook import new_entry, put

    entry = new_entry(word, said, ipa, long, spell=spell)
    path = to or home_lexicon()
    before = put(path, [entry])
    typer.echo(f"{word} is {how(entry)} from now on ({path}).")
    for old in before:
        typer.echo(f"It was {how(old)}.")


@app.command()
def remove(word: Word, source: From = None) -> None:
    """Say a word as narrate would again."""
    from narrate.lexicons import home_lexicon
    from narrate.show_words import how
    from narrate.wordbook import take_out

    path = source or home_lexicon()
    gone = take_out(path, word)
    for old in gone:
        typer.echo(f"{word} is no longer {how(old)} ({path}).")
    if not gone:
        typer.echo(f"{word} is not in {path}.")


@app.command("list")
def list_words(
    article: Annotated[
        str, typer.Argument(metavar="[ARTICLE]", help="With what lies beside it.")
    ] = "",
    lexicon: ask.LexiconFile = None,
) -> None:
    """List the words in force, and the file each is from."""
    from narrate.lexicons import find_lexicons
    from narrate.show_words import in_force

    print_lines(in_force(find_lexicons(lexicon, article)))


@app.command()
def suggest(
    article: ask.Article,
    voice: ask.VoiceName = "heart",
    lexicon: ask.LexiconFile = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", help="How many.", min=1)
    ] = 20,
    json: ask.AsJson = False,
) -> None:
    """List an article's words by how unsure it is that they are said right."""
    from narrate.options import Options
    from narrate.show_words import suggestion_json, suggestion_lines
    from narrate.suggest import suggest as look

    found = look(Options(article, voice=voice, lexicon=lexicon))
    if json:
        rows = [suggestion_json(one) for one in found[:most]]
        print_lines([notation.dumps(rows, ensure_ascii=False, indent=2)])
    else:
        print_lines(suggestion_lines(found, most))


@app.command("import")
def take_in(source: Exchange, to: To = None) -> None:
    """Take over the words of a W3C Pronunciation Lexicon."""
    from narrate.exchange import take_over
    from narrate.lexicons import home_lexicon
    from narrate.show import counted

    path = to or home_lexicon()
    told, before = take_over(source, path)
    typer.echo(f"Took {counted(len(told.entries), 'word')} into {path}.")
    if before:
        typer.echo(f"Replaced {counted(len(before), 'reading')} of before.")
    for why in told.left_out:
        typer.echo(f"Left out: {why}.")


@app.command()
def export(
    target: Exchange, source: From = None, language: ask.Language = "en"
) -> None:
    """Write your words as a W3C Pronunciation Lexicon."""
    from narrate.exchange import hand_on
    from narrate.lexicons import home_lexicon
    from narrate.show import counted

    count, left_out = hand_on(source or home_lexicon(), target, language)
    typer.echo(f"Wrote {counted(count, 'word')} to {target}.")
    for why in left_out:
        typer.echo(f"Left out: {why}.")
