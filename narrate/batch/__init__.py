"""The archive: many articles, each built whole by one worker, and none of them lost."""
