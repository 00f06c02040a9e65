"""Links that a page may have: to a file beside it, to the web, and nowhere else."""

from urllib.parse import quote, urlsplit, urlunsplit

from narrate.publish.clean import tidy


def file_link(name: str, fragment: str = "") -> str:
    """Give a link to a file that lies beside the page."""
    # a name with a colon would be a scheme, were it not for the point
    path = f"./{quote(name, errors='replace')}"
    return f"{path}#{fragment}" if fragment else path


def web_link(url: str) -> str:
    """Give a link to the web without names and passwords; nothing for any other."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or url != tidy(url):
        return ""
    safe = "/%:=&?~#+!$,;'@()*[]"
    place = parts.netloc.rpartition("@")[2]
    path, query, rest = (quote(part, safe) for part in parts[2:])
    return urlunsplit((parts.scheme, quote(place, ":[]%"), path, query, rest))
