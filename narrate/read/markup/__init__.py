"""Markup: web pages, Markdown and feeds, flattened into lines."""
