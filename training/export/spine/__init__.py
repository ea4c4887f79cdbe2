"""Export of the spine pipeline's network."""


def main(argv):
    from .command import main as run
    return run(argv)
