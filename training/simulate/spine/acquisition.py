"""How a scanner sees the planes: slice thickness, kernel, noise, offset, metal streaks, table."""
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, gaussian_filter1d, uniform_filter1d

KVP_SCALE = {80: 0.84, 100: 0.95, 120: 1.0, 140: 1.07}


@dataclass
class Scanner:
    axial: bool
    thickness: float
    spacing: float
    pixel: float
    blur: float
    sharpen: float
    noise: float
    grain: float
    offset: float
    gain: float


def scanner(rng):
    axial = rng.random() < .7
    thickness = float(rng.choice([.6, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5], p=[.08, .12, .14, .12, .14, .12, .14, .06, .08]))
    return Scanner(axial, thickness, thickness * float(rng.choice([.5, .8, 1.0], p=[.2, .2, .6])), float(rng.uniform(.3, 1.0)),
                   float(rng.uniform(.35, 1.1)), float(rng.choice([0, 0, rng.uniform(.2, 1.2)])), float(rng.uniform(4, 45)), float(rng.uniform(.35, 1.2)),
                   float(rng.normal(0, 2.0)), float(np.clip(rng.normal(1, .006), .985, 1.015)))


def see(hu, s, rng, mm=0.7, z_axis=True):
    """One plane on a grid of `mm` as the scanner gives it."""
    out = gaussian_filter(hu, s.blur / mm * .8)
    if s.axial and z_axis:
        out = uniform_filter1d(out, max(1, int(round(s.thickness / mm))), axis=0)
    if s.sharpen:
        out = out + s.sharpen * (out - gaussian_filter(out, .9 / mm))
    noise = rng.standard_normal(hu.shape, dtype=np.float32)
    noise = gaussian_filter1d(noise, s.grain / mm, axis=1)
    noise = gaussian_filter1d(noise, (s.thickness * .4 if s.axial and z_axis else s.grain) / mm, axis=0)
    out = out * s.gain + s.offset + noise * (s.noise / max(1e-3, float(noise.std())))
    if s.axial and z_axis and s.spacing > 1.2 * mm:                 # the picture is interpolated from its slices
        n = hu.shape[0]
        at = np.arange(rng.uniform(0, s.spacing / mm), n - 1, s.spacing / mm)
        if len(at) > 2:
            rows = out[at.astype(int)]
            f = np.clip(np.interp(np.arange(n), at.astype(int), np.arange(len(at))), 0, len(at) - 1.001)
            lo = f.astype(int)
            w = (f - lo)[:, None].astype(np.float32)
            out = rows[lo] * (1 - w) + rows[lo + 1] * w
    return out
