"""Stage five: an episode, and what lies beside it."""
