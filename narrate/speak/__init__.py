"""Speak: a Script in, one Clip for each utterance out, in order."""
