"""A star-shaped outline of a mask, as points in continuous pixel coordinates (column, row)."""
import numpy as np


def outline(mask, points=48):
    rows, cols = np.nonzero(mask)
    r, c = rows.mean(), cols.mean()
    out = []
    for a in np.linspace(0, 2 * np.pi, points, endpoint=False):
        t = np.arange(0, max(mask.shape), .25)
        rr, cc = r + t * np.sin(a), c + t * np.cos(a)
        i, j = np.round(rr).astype(int), np.round(cc).astype(int)
        ok = (i >= 0) & (j >= 0) & (i < mask.shape[0]) & (j < mask.shape[1])
        inside = np.zeros(len(t), bool)
        inside[ok] = mask[i[ok], j[ok]]
        last = t[np.flatnonzero(inside)[-1]] if inside.any() else 0
        out.append((float(c + last * np.cos(a) + .5), float(r + last * np.sin(a) + .5)))
    return out
