"""Acronyms: the long form once, then as people say it; never inside another word."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from narrate.compiled import compiled
from narrate.model import Span
from narrate.options import Acronyms
from narrate.script.english.capitals import COMMON, word_after
from narrate.script.english.definitions import Definition, find_definitions
from narrate.script.english.designators import spell
from narrate.script.english.expansions import (
    folded,
    in_place,
    is_one_body,
    plural_of,
    said_with,
)
from narrate.script.english.readings import Readings
from narrate.script.lexicon import SHORT_FORM, Lexicon

_TOKEN = (
    rf"(?<![\w&@#])(?P<token>{SHORT_FORM.pattern})(?![\w&]|\.\w)"
    r"(?P<ending>['’](?:[sS]|d|ed|ing)(?!\w))?"
)
_CONTRACTED = r"(?<!\w)[A-Z]+['’](?:T|RE|LL|VE|D|M)(?!\w)"
_WORDY = r"[A-Z].*[a-z]{2}|[a-z]{4}"
_PLURAL = r"[A-Z0-9]['’]?s\W*$"
# What TOW, SAM or START stand before where they are no words: "a TOW missile".
_THINGS = frozenset(
    "missile missiles launcher launchers system systems battery batteries site sites "
    "round rounds warhead warheads weapon weapons gun gunner gunners treaty talks "
    "headquarters mission spacecraft probe".split()
)
_LABEL = r":\s?[A-Z][A-Z0-9]"
_AHEAD = 64  # passages: some are summed up, and never said
_NEARBY = 2  # passages: this one and the next


@dataclass(slots=True)
class Memory:
    """What a listener of this article has been told so far."""

    lexicon: Lexicon
    """Shipped words and the listener's own."""

    acronyms: Acronyms = Acronyms.FIRST
    """When long forms are said."""

    defined: dict[str, str] = field(default_factory=dict)
    """Short form to long form, as this article explains them."""

    told: set[str] = field(default_factory=set)
    """Short forms whose long form was said."""

    passages: list[str] = field(default_factory=list)
    """All that will be said."""

    explained: list[Sequence[Definition]] = field(default_factory=list)
    """What each of them explains, until it is said."""

    near: int = 0
    """How many passages stand before the one being said, in it or just behind."""

    heard: list[str] = field(default_factory=list)
    """The passages as far as they were looked through, folded."""

    def learn(self, text: str) -> None:
        """Take in what a passage explains."""
        found = find_definitions(text)
        self.passages.append(text)
        self.explained.append(found or ())
        for definition in found:
            self.defined.setdefault(definition.short, definition.long)

    def turn_to(self, written: str) -> Sequence[Definition]:
        """Find the passage being said, behind the last; give what it explains."""
        first = max(0, self.near - _NEARBY)
        ahead = self.passages[first : first + _AHEAD]
        if written in ahead:
            at = first + ahead.index(written)
            self.near = at + _NEARBY
            return self.explained[at]
        return find_definitions(written)

    def long(self, short: str) -> str:
        """Give the long form, the article's own before the lexicon's; "" if none."""
        return self.defined.get(short) or self.lexicon.long.get(short, "")

    def has_heard(self, long: str, written: str) -> bool:
        """Tell whether the article says a long form itself: here, nearby or before."""
        for text in self.passages[len(self.heard) : self.near]:
            self.heard.append(folded(text))
        name = folded(long.removeprefix("the "))
        return any(name in text for text in (folded(written), *self.heard))


@dataclass(frozen=True, slots=True)
class _Mention:
    short: str
    start: int
    end: int
    plural: str
    ending: str
    said: str
    rule: str
    ipa: str = ""

    def span(self) -> Span:
        """Say the short form alone; what is joined to one that has a sound, stays."""
        if self.ipa:
            end = self.start + len(self.short)
            return Span(self.start, end, self.said, self.rule, self.ipa)
        said = said_with(said_with(self.said, self.plural), self.ending)
        return Span(self.start, self.end, said, self.rule)


def acronym_claims(
    written: str, memory: Memory, *, expand: bool, taken: Container[int] = ()
) -> Iterator[Span]:
    """Claim each acronym; with `expand`, the long form too where it is wanted.

    `taken` are the places where the listener's own words stand.
    """
    definitions = memory.turn_to(written)
    readings = Readings(written, memory.lexicon, memory.defined)
    expand = expand and memory.acronyms is not Acronyms.NEVER and not readings.shouted
    for found in compiled(_CONTRACTED).finditer(written):
        said = found[0].capitalize() if readings.shouted else found[0].lower()
        yield Span(found.start(), found.end(), said, "word in capitals")
    ends = [definition.end for definition in definitions]
    brackets = [_bracket_start(definition) for definition in definitions]
    for definition, start in zip(definitions, brackets, strict=True):
        memory.told.add(definition.short)
        if start is not None:
            yield _bracket(written, definition, start, readings)
    for found in compiled(_TOKEN).finditer(written):
        at = bisect_right(ends, found.start())
        defining = at < len(ends) and found.start() >= definitions[at].start
        start = brackets[at] if defining else None
        if found.start() in taken or (start is not None and found.start() >= start):
            continue
        mention = _mention(found, readings)
        full = expand and not defining and mention
        long = full and _in_full(full, written, memory)
        if long:
            yield from long
        elif mention:
            yield mention.span()


def _bracket(
    written: str, definition: Definition, start: int, readings: Readings
) -> Span:
    """Say the short form behind the long one that stands there already."""
    said, rule = readings.say(definition.short)
    said, rule = (said, rule) if said else (spell(definition.short), "acronym")
    if compiled(_PLURAL).search(written[start : definition.end]):
        said = said_with(said, "s")
    while start and written[start - 1].isspace():
        start -= 1
    return Span(start, definition.end, f", {said},", f"{rule}, defined here")


def _bracket_start(definition: Definition) -> int | None:
    """Tell where brackets hold a short form that we can say: not TNF-alpha, Freq."""
    return None if compiled(_WORDY).search(definition.short) else definition.bracket


def _mention(found: re.Match[str], readings: Readings) -> _Mention | None:
    start, end = found.span("token")
    short, plural = readings.split(found["token"])
    said, rule = readings.read(short, start, end)
    ending = (found["ending"] or "").replace("’", "'").lower()
    if plural and not ending and found.string[end : end + 1] in {"'", "’"}:
        end += 1  # the MPs' pay: a voice would say one s more
    end += len(ending)
    ipa = readings.sound(short) if rule == "acronym" else ""
    mention = _Mention(short, start, end, plural, ending, said, rule, ipa)
    return mention if said else None


def _in_full(mention: _Mention, written: str, memory: Memory) -> tuple[Span, ...]:
    """Say the long form, and the short one behind it; nothing where it is unwanted."""
    short, start = mention.short, mention.start
    long = memory.long(short)
    # The article says it itself, here or later.
    says_it = memory.acronyms is Acronyms.FIRST and short in memory.defined
    if says_it or not long or not _can_stand(mention, long, written, memory):
        return ()
    first = short not in memory.told
    familiar = short in memory.lexicon.familiar
    if memory.acronyms is Acronyms.FIRST:
        if not first or familiar or mention.ending:
            return ()
        if memory.has_heard(long, written):
            memory.told.add(short)
            return ()
    long, start = in_place(plural_of(long) if mention.plural else long, written, start)
    if mention.ending or not first or familiar:
        spoken = said_with(long, mention.ending)
        return (Span(start, mention.end, spoken, f"{mention.rule}, in full"),)
    memory.told.add(short)
    rule = f"{mention.rule}, first mention"
    said = said_with(mention.said, mention.plural)
    if not mention.ipa:
        return (Span(start, mention.end, f"{long}, {said},", rule),)
    # Only the short form has that sound, so it is a span of its own.
    end, whole = mention.start + len(short), mention.end
    return (
        Span(start, mention.start, f"{long}, ", rule),
        Span(mention.start, end, mention.said, rule, mention.ipa),
        Span(whole, whole, ",", rule),
    )


def _can_stand(mention: _Mention, long: str, written: str, memory: Memory) -> bool:
    """Tell whether a long form would read well, and whether it is the one meant."""
    short, start, end = mention.short, mention.start, mention.end
    if "-" in {written[end : end + 1], written[start - 1 : start]}:
        return False  # "IAEA-led", "non-IAEA"
    if compiled(_LABEL).match(written, end):
        return False  # "(IATA: PHX)", "NYSE: GE"
    if mention.ending not in {"", "'s"}:
        return False
    if short in memory.defined:
        return True
    if mention.plural and is_one_body(long):
        return False
    return short not in COMMON or word_after(written, end) in _THINGS
