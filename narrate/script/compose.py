"""The door: an article in, everything that will be heard out."""

from collections.abc import Callable
from dataclasses import replace

from narrate.model import Article, Dropped, Passage, Script, Span, Utterance
from narrate.options import Captions, Credits, Pacing
from narrate.roles import PICTURES, Role, Treatment
from narrate.script.base import Tongue
from narrate.script.brief import briefly
from narrate.script.chapters import arrange
from narrate.script.drafts import Part
from narrate.script.pauses import PASSAGE_MS
from narrate.script.quoted import quoted
from narrate.script.tongues import Tongues
from narrate.script.utterances import utterances

_NO_WORDS = "no words: nothing to say"


def compose(
    article: Article,
    pacing: Pacing,
    ready: Callable[[tuple[Utterance, ...]], None] = lambda _: None,
) -> Script:
    """Turn an article into chapters of utterances, each with what is said for it.

    `ready` is told of each passage's utterances before the chapters are arranged, which
    only changes their order and pauses: to speak them need not wait.
    """
    tongues = Tongues(article.language, pacing)
    kept, dropped = _choose_passages(article, pacing, tongues.own)
    for passage in kept:
        tongues.own.learn(passage.text)
    parts: list[Part] = []
    for passage in kept:
        treatment = pacing.treatments[passage.role]
        said = _treated(passage, treatment, tongues, pacing)
        if said:
            ready(said)
            parts.append(Part(passage.role, treatment, said))
        else:
            dropped.append(Dropped(passage.text, passage.lines, _NO_WORDS))
    sections = arrange(parts, pacing)
    return Script(
        article.title, article.byline, article.language, sections, tuple(dropped)
    )


def explain(text: str, tongue: Tongue) -> tuple[Utterance, ...]:
    """Say one line by itself, as `narrate explain` shows it."""
    return tuple(utterances(Passage(Role.PARAGRAPH, text, ()), tongue))


def _choose_passages(
    article: Article, pacing: Pacing, tongue: Tongue
) -> tuple[list[Passage], list[Dropped]]:
    dropped = list(article.dropped)
    kept: list[Passage] = []
    for passage in article.passages:
        reason = _reason_to_drop(passage.role, pacing)
        if reason:
            dropped.append(Dropped(passage.text, passage.lines, reason))
        elif passage.role in PICTURES and pacing.pictures.captions is Captions.BRIEF:
            brief, left_out = briefly(passage, tongue)
            kept.append(brief)
            dropped += left_out
        else:
            kept.append(passage)
    return kept, dropped


def _reason_to_drop(role: Role, pacing: Pacing) -> str:
    pictures = pacing.pictures
    if role in PICTURES and pictures.captions is Captions.OFF:
        return f"{role}s are off"
    if role is Role.CREDIT and pictures.credits is Credits.OFF:
        return "credits are off"
    return role.value if pacing.treatments[role] is Treatment.DROP else ""


def _treated(
    passage: Passage, treatment: Treatment, tongues: Tongues, pacing: Pacing
) -> tuple[Utterance, ...]:
    if treatment is Treatment.SUM_UP:
        summary = tongues.own.summary(passage.role, len(passage.lines))
        if summary:
            return (_summed_up(passage, summary),)
    said = quoted(passage, tongues, pacing)
    if treatment is Treatment.ASIDE:
        return tuple(replace(utterance, aside=True) for utterance in said)
    return tuple(said)


def _summed_up(passage: Passage, summary: str) -> Utterance:
    """Say what stands there; its words stay in the transcript."""
    span = Span(0, len(passage.text), summary, "summed up")
    return Utterance(
        passage.role, passage.text, summary, (span,), PASSAGE_MS, passage.lines
    )
