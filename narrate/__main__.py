"""`python -m narrate`, and the `narrate` command.

A worker process imports its parent's main module again: this one stays light, so
that a worker does not pay for the command line (0.1 s of imports) before it speaks.
"""

import gc
import signal
import sys

from narrate.errors import StoppedError


def main() -> None:
    """Run the command line; a stop at any moment is a sentence and exit code 130."""
    # The default looks for cycles hundreds of times: 4 % of a build.
    gc.set_threshold(100_000)
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from narrate.cli import run  # noqa: PLC0415 - see the caption

        run()
    except KeyboardInterrupt:
        sys.stderr.write(f"{StoppedError()}\n")
        sys.exit(StoppedError.exit_code)
    finally:
        gc.freeze()  # nothing is left to look for at exit: a sixth of a rebuild's time


if __name__ == "__main__":
    main()
