"""Training of the spine pipeline's network."""


def main(argv):
    from .loop import main as run
    return run(argv)
