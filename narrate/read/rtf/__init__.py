"""RTF: control words and letters in, blocks out."""
