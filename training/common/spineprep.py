"""Reference of the spine pipeline's pre-processing. Numpy only.

Half-pixel conventions. A plane is an array [row, column]; its pixel (i, j) has its centre at ((j + 0.5) * dx, (i + 0.5) * dy) mm from the
plane's top left corner. The resampled plane has W' = floor(W * dx / pixelMm + 0.5) columns (rows alike) and the same top left corner: the
centre of its column j' lies at source column (j' + 0.5) * pixelMm / dx - 0.5. That is clamped to 0..W-1 and interpolated linearly, columns and
rows alike. Window: (HU - (level - width / 2)) * 255 / width, clamped to 0..255, not rounded. Size: with n = W' and size s, columns are cut
from o = floor((n - s) / 2) where n > s; where n < s, floor((s - n) / 2) columns of `paddingValue` (grey, after the window) stand before them.
Network column = source column as above + left - o. All arithmetic is float64, the result float32.
"""
import numpy as np


def kvp_factor(table, kvp):
    """Linear between the table's voltages; the end values beyond them."""
    keys = sorted(table, key=float)
    return float(np.interp(float(kvp), [float(k) for k in keys], [float(table[k]) for k in keys]))


def resample(plane, dy, dx, mm):
    h, w = plane.shape
    nh, nw = int(np.floor(h * dy / mm + .5)), int(np.floor(w * dx / mm + .5))

    def at(n, limit, step):
        p = np.clip((np.arange(n) + .5) * mm / step - .5, 0, limit - 1)
        lo = np.minimum(np.floor(p).astype(int), max(limit - 2, 0))
        return lo, np.minimum(lo + 1, limit - 1), p - lo
    r0, r1, fr = at(nh, h, dy)
    c0, c1, fc = at(nw, w, dx)
    rows = plane[r0] * (1 - fr)[:, None] + plane[r1] * fr[:, None]
    return rows[:, c0] * (1 - fc) + rows[:, c1] * fc


def place(grey, size, padding):
    out = np.full((size, size), float(padding))
    h, w = grey.shape
    r, c = max(0, (h - size) // 2), max(0, (w - size) // 2)
    t, l = max(0, (size - h) // 2), max(0, (size - w) // 2)
    part = grey[r:r + size, c:c + size]
    out[t:t + part.shape[0], l:l + part.shape[1]] = part
    return out, (l - c, t - r)


def prepare(planes, dy, dx, kvp, pre):
    """planes: three arrays of HU [row, column]. The input tensor [1, 3, size, size] and the shift (columns, rows) into it."""
    f, low = kvp_factor(pre["kvpScale"], kvp), pre["windowLevel"] - pre["windowWidth"] / 2
    out, shift = [], (0, 0)
    for k, p in enumerate(planes):
        a = resample(p.astype(np.float64) * f, dy, dx, pre["pixelMm"])
        g, shift = place(np.clip((a - low) * 255.0 / pre["windowWidth"], 0, 255), pre["size"], pre["paddingValue"])
        out.append((g - pre["mean"][k]) / pre["std"][k])
    return np.stack(out)[None].astype(np.float32), shift
