"""A podcast feed over many episodes: RSS 2.0 with the tags that apps know."""
