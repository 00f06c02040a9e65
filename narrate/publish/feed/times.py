"""When an episode was published, and how times are written."""

from datetime import UTC, datetime
from email.utils import format_datetime

_LAST_S = 253_402_300_799  # 31 December 9999: no later date can be written


def published_at(published: str, changed_s: float) -> datetime:
    """Give the first moment of YYYY, YYYY-MM or YYYY-MM-DD, or else of a change."""
    try:
        day = published + "-01-01"[: max(0, 10 - len(published))]
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(min(max(0, int(changed_s)), _LAST_S), UTC)


def mail_date(moment: datetime) -> str:
    """Write a moment as RSS wants it (RFC 2822)."""
    return format_datetime(moment)


def exact(start_ms: int) -> str:
    """Write a place as Simple Chapters do (RFC 2326's normal play time)."""
    seconds, rest_ms = divmod(start_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{rest_ms:03}"


def clock(start: str) -> str:
    """Write an exact place as listeners do, to the second before it."""
    return start[:-4].removeprefix("00:")
