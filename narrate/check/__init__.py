"""A lint for podcasts: MP3s, feeds and the servers that hand them out."""
