"""Learning curve: `python3 -m train.spine.curve CHECKPOINT OUT.png`."""
import sys

import matplotlib
import numpy as np

from common import checkpoint

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


def main(argv):
    c = np.array(checkpoint.load(argv[0])["curve"])
    figure, axis = plt.subplots(figsize=(7, 4))
    for k, name in enumerate(("proposal class", "proposal box", "class", "box", "mask", "density"), 1):
        axis.semilogy(c[:, 0], c[:, k], label=name)
    axis.set_xlabel("pictures")
    axis.set_ylabel("loss")
    axis.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(argv[1], dpi=80)


if __name__ == "__main__":
    main(sys.argv[1:])
