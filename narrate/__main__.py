"""`python -m narrate`, and the `narrate` command.

A worker process imports its parent's main module again: this one stays light, so
that a worker does not pay for the command line (0.13 s of imports) before it speaks.
"""


def main() -> None:
    """Run the command line."""
    from narrate.cli import run  # noqa: PLC0415 - see the caption

    run()


if __name__ == "__main__":
    main()
