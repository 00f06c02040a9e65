"""A server for one listener's own devices: the feed, a page, the episodes' files."""
