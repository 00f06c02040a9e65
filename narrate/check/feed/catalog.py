"""Every rule for feeds; a new one is a row in its room's table."""

from narrate.check.feed import (
    addresses,
    broken,
    chapters,
    enclosures,
    episodes,
    form,
    order,
    podcasting,
    show,
    values,
)

RULES = (
    *broken.RULES,
    *form.RULES,
    *show.RULES,
    *values.RULES,
    *episodes.RULES,
    *enclosures.RULES,
    *order.RULES,
    *addresses.RULES,
    *podcasting.RULES,
    *chapters.RULES,
)
"""In the order in which a report tells of those equally bad."""
