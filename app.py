"""The door: opens the window, with a draft if one is named, or runs one command without a window."""

import sys

# The words that are commands; told apart before anything heavy is loaded.
COMMANDS = ("export", "read", "next", "check")


def main(words: list[str]) -> int:
    """Runs the program with the words of its command line; gives the exit code."""
    if words and (words[0] in COMMANDS or len(words) > 1 or words[0].startswith("-")):
        from ui.cli.main import run_command  # delayed: a command needs no Qt

        return run_command(words)
    from ui.application import run_window

    return run_window(words)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # in a bundle, the processes that check files begin here too
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main(sys.argv[1:]))
