"""The engine `piper`: any Piper voice."""
