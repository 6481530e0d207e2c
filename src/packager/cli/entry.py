"""The entry point: exit codes, and the three kinds of trouble kept apart.

Where a build has nothing to do, that is said before anything slow is imported.

A finding is the author's and exits 1; a usage error exits 2; anything else is our own fault and shows its
traceback. Ctrl-C exits 130.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from packager.cli.unchanged import says_unchanged

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Runs one command and exits with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that is no UTF-8, a terminal that has no emoji
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if given[:1] == ["build"] and says_unchanged(given[1:]):
            sys.exit(0)
        from packager.cli.commands import run

        code = run(given)
        if arguments is None:
            _leave(code)
        sys.exit(code)
    except KeyboardInterrupt:
        print("interrupted; every file that was written is whole", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _leave(code: int) -> None:
    """Exits at once where no threads or workers were begun: to take a large curriculum apart, object by object, takes half a second."""
    import atexit
    import threading  # late, as all that an answer without a build does not need

    if threading.active_count() == 1 and "multiprocessing.resource_tracker" not in sys.modules:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
