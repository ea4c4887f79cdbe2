"""A pool of pictures on disk that a background process keeps replacing: `python3 -m train.spine.pool DIR SLOTS SEED`."""
import os
import pickle
import sys

import numpy as np


def fill(directory, slots, seed, start=0):
    from simulate.spine import picture
    os.makedirs(directory, exist_ok=True)
    k = start
    while True:
        try:
            s = picture.sample(np.random.default_rng([seed, k]))
        except ValueError:
            k += 1
            continue
        path = os.path.join(directory, "%05d.pkl" % (k % slots))
        with open(path + ".part", "wb") as f:
            pickle.dump(s, f, 4)
        os.replace(path + ".part", path)
        k += 1


def load(path):
    with open(path, "rb") as f:
        return pickle.load(f)


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
