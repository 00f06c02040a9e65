"""Who asks for what: the texts that the rules are taken from."""

APPLE = "https://podcasters.apple.com/support/823-podcast-requirements"
"""Technical requirements of Apple Podcasts."""

APPLE_TAGS = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390"
"""A Podcaster's Guide to RSS: which elements are required, and their values."""

APPLE_CATEGORIES = "https://podcasters.apple.com/support/1691-apple-podcasts-categories"
"""Its list of categories."""

PSP = "https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification"
"""PSP-1, what hosts and apps of the Podcast Standards Project agreed on."""

PODCAST = "https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags"
"""Podcasting 2.0's namespace, a page for each element."""

RSS = "https://www.rssboard.org/rss-specification"
"""RSS 2.0."""

PROFILE = "https://www.rssboard.org/rss-profile"
"""Where RSS is unclear: what its readers do."""

CHAPTERS = "https://podlove.org/simple-chapters/"
"""Podlove Simple Chapters."""

XML = "https://www.w3.org/TR/xml/"
"""XML 1.0."""

ANTENNAPOD = "https://github.com/AntennaPod/AntennaPod/issues"
"""Where one app's makers say what a feed does to it."""

GPODDER = "https://github.com/gpodder/gpodder/issues"
"""The same, for another."""
