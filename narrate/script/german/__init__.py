"""German: what is written, and how a newsreader says it."""
