"""Feeds: what a podcast's feed holds, held against those who read feeds."""
