"""Read: a path or a stream in, an Article out, every line of it labelled."""
