"""Export of the pelvis networks with their manifest."""


def main(argv):
    from .cli import main as run
    return run(argv)
