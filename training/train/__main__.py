"""`python3 -m train pelvis|spine ...`: hands over to the pipeline's own module."""
import importlib
import sys

PIPELINES = ("pelvis", "spine")


def main(argv):
    if not argv or argv[0] in ("-h", "--help"):
        print("usage: python3 -m train {%s} [options]\n\n%s\n\n"
              "'python3 -m train PIPELINE --help' lists the options." % ("|".join(PIPELINES), sys.modules["train"].__doc__))
        return 0 if argv else 2
    if argv[0] not in PIPELINES:
        print("train: unknown pipeline '%s'; write one of: %s" % (argv[0], ", ".join(PIPELINES)), file=sys.stderr)
        return 2
    module = importlib.import_module("train." + argv[0])
    return module.main(argv[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
