"""Simulated spine CT."""


def main(argv):
    from .command import main as run
    return run(argv)
