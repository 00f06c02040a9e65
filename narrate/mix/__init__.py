"""Mix: clips in, one chaptered MP3 and its Timeline out."""
