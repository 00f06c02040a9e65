"""Write the record, episode.json, of an episode."""

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

import narrate
from narrate.episode import Episode
from narrate.model import Article, Line, Script, Utterance
from narrate.publish.record import SCHEMA, File
from narrate.roles import TREATMENTS, Role

_OURS = uuid.UUID("6b5f6b0c-6a5c-5c0e-9a55-3d1f5a0e7c11")
"""The namespace of our guids (RFC 9562, version 5)."""

_LONGEST_SUMMARY = 300
_TELLS = (Role.DEK, Role.PARAGRAPH)


def record_of(
    episode: Episode, files: Sequence[File], outdated: Sequence[File] = ()
) -> str:
    """Render the record of an episode, its files, and those of an earlier build."""
    article, script, timeline = episode.article, episode.script, episode.timeline
    whole = {
        "schema": SCHEMA,
        "guid": guid_of(article),
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "summary": _summary(article),
        "site": article.site,
        "source": {
            "name": article.name,
            "url": article.url,
            "sha256": _hash_of(line.text + "\n" for line in article.source),
        },
        "versions": {"narrate": narrate.__version__},
        "key": episode.key,
        "voice": episode.voice.notice,
        "options": _options(episode),
        "length_ms": timeline.length_ms,
        "chapters": [asdict(chapter) for chapter in timeline.chapters],
        "coverage": _coverage(article.source, script),
        "vocabulary": episode.vocabulary,
        "languages": list(article.languages),
        "unknown_words": dict(episode.unknown),
        "files": [asdict(file) for file in files],
        "outdated": [asdict(file) for file in outdated],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def guid_of(article: Article) -> str:
    """Name an article by its words alone, whatever the voice, options and page."""
    digest = _hash_of(passage.text + "\n" for passage in article.passages)
    return uuid.uuid5(_OURS, digest).urn


def _hash_of(texts: Iterable[str]) -> str:
    """Hash texts, one behind the other, in UTF-8."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _summary(article: Article) -> str:
    """Give what stands under the title, or the first paragraph; cut at a word."""
    found = {role: p.text for p in reversed(article.passages) if (role := p.role)}
    text = next((found[role] for role in _TELLS if role in found), "")
    if len(text) <= _LONGEST_SUMMARY:
        return text
    cut = text[:_LONGEST_SUMMARY]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + " …"


def _options(episode: Episode) -> dict[str, object]:
    """Name what the listener chose, as on the command line; no path of theirs."""
    options = episode.options
    return {
        "voice": episode.voice.name,
        "wpm": options.words_per_minute,
        "captions": options.pictures.captions,
        "credits": options.pictures.credits,
        "caption_chapters": options.pictures.chapters,
        "acronyms": options.saying.acronyms,
        "emoji": options.saying.emoji,
        "quality": options.quality,
        "treat": {
            role.value: how.value
            for role, how in options.treatments.items()
            if how is not TREATMENTS[role]
        },
    }


def _coverage(source: Sequence[Line], script: Script) -> dict[str, object]:
    """Sum up the proof: every character is said, or left out with a reason."""
    pieces: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for dropped in script.dropped:
        pieces[dropped.reason] += 1
        letters[dropped.reason] += _size(dropped.text)
    said: Counter[bool] = Counter()
    for utterance in script.utterances():
        said[_is_summed_up(utterance)] += _size(utterance.written)
    return {
        "characters": sum(_size(line.text) for line in source),
        "said": said[False],
        "summed_up": said[True],
        "left_out": [
            {"reason": reason, "pieces": count, "characters": letters[reason]}
            for reason, count in pieces.most_common()
        ],
    }


def _is_summed_up(utterance: Utterance) -> bool:
    """Tell whether its kind and size are said, and not its words."""
    return any(span.rule == "summed up" for span in utterance.spans)


def _size(text: str) -> int:
    """Count a text's characters, without white space, as the proof does."""
    return sum(map(len, text.split()))
