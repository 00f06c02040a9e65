"""Served: how a server hands out a feed, its covers and its episodes."""
