"""Periodic three-dimensional noise, made once a process and read at any place."""
import functools

import numpy as np
from scipy.ndimage import gaussian_filter

SIDE = 144


@functools.lru_cache(maxsize=None)
def cube(kind):
    """Zero mean, unit deviation; `fine` is trabecular (about 1 mm), `coarse` is organ-sized (about 6 mm), `streak` lies along z."""
    rng = np.random.default_rng({"fine": 1, "coarse": 2, "streak": 3}[kind])
    sigma = {"fine": 0.9, "coarse": 5.0, "streak": (1.2, 1.2, 7.0)}[kind]
    a = gaussian_filter(rng.standard_normal((SIDE,) * 3).astype(np.float32), sigma, mode="wrap")
    return a / a.std()


def sample(kind, x, ys, zs, mm=1.0, offset=(0, 0, 0)):
    """Noise on the plane x, shape (len(zs), len(ys))."""
    c = cube(kind)
    i = int(np.floor(x / mm) + offset[0]) % SIDE
    j = (np.floor(ys / mm).astype(int) + offset[1]) % SIDE
    k = (np.floor(zs / mm).astype(int) + offset[2]) % SIDE
    return c[i][np.ix_(j, k)].T
