"""The engine `heart`: hibari, a small neural voice."""
