"""EPUB 3 with media overlays: a book that reading systems read along."""
