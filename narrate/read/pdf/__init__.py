"""PDF: words where they stand on a sheet in, blocks in reading order out."""
