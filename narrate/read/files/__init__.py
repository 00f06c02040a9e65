"""Files: documents in archives, and mail."""
