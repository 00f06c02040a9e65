"""What the page and the transcript tell alike: an episode's article, and about it."""

from narrate.compiled import compiled
from narrate.episode import Episode
from narrate.options import primary
from narrate.publish.links import file_link, web_link
from narrate.publish.wording import wording

_DATE = r"\d{4}(?:-\d\d){0,2}"


def told(episode: Episode) -> dict[str, object]:
    """Give the values of `web/page.html` that hang on the episode alone."""
    article, script = episode.article, episode.script
    return {
        "article": article,
        "script": script,
        "title": script.title or article.title or episode.name,
        "own": wording(script.language),
        "dated": compiled(_DATE).fullmatch(article.published) is not None,
        "source": web_link(article.url),
        "audio": file_link(episode.audio.name),
        "chapters": episode.timeline.chapters,
        "length_ms": episode.timeline.length_ms,
        "notice": episode.voice.notice,
        # notices and reasons are English, whatever the article
        "english": "" if primary(script.language) == "en" else "en",
    }
