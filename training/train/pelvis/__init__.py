"""Training of the landmark detector (SSD512) and of the heat-map refinement."""


def main(argv):
    from .cli import main as run
    return run(argv)
