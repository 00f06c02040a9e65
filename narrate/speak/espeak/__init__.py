"""The engine `espeak`: espeak-ng through pyttsx3."""
