"""Simulated pelvis AP radiographs with total hip replacements."""


def main(argv):
    from .cli import main as run
    return run(argv)
