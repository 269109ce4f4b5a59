"""Where the program begins, with nothing loaded yet: whoever stops it then sees what any program shows, which is nothing."""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own way is a traceback, of modules that a person knows nothing about


def begin() -> None:
    """Load the commands and run the one that was asked for. From then on, commands say themselves how they end when somebody stops them."""
    from geleerd.adapters.commands.cli import main  # noqa: PLC0415  # it takes its time, which somebody may not want to wait for

    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
