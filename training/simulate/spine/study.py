"""One CT series of a synthetic patient as voxels with its geometry and truth."""
from dataclasses import dataclass, field

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates, uniform_filter1d

from . import acquisition, anatomy, picture, plane
from .outline import outline

NAMED = ["T11", "T12", "L1", "L2", "L3", "L4", "L5"]


@dataclass
class Series:
    kind: str
    voxels: np.ndarray           # slices, rows, columns (HU as the scanner gives it)
    positions: list              # ImagePositionPatient
    orientation: list
    pixel: float
    thickness: float
    spacing: float
    kvp: int
    tilt: float
    contrast: bool
    sharp: bool
    truth: list = field(default_factory=list)
    sacrum: bool = False


def make(rng, kind=None, slices=None, size=None, pixel=None, thickness=None, plain=False, tilted=None, level=None):
    patient = anatomy.build(rng, easy=plain)
    if plain:
        patient.metal, patient.front = False, []
        for b in patient.bodies:
            b.marks = [m for m in b.marks if m[0] in ("vein", "osteophyte")]
    s = acquisition.scanner(rng)
    kind = kind or ("sagittal" if rng.random() < .5 else "axial")
    s.axial = kind == "axial"
    s.noise = float(rng.uniform(6, 18 if plain else 30))
    kvp = int(rng.choice([80, 100, 120, 120, 120, 140])) if not plain else 120
    z = patient.bodies[level if level is not None else int(rng.choice([1, 2, 2, 3]))].center[2] + rng.uniform(-12, 12)
    x = picture.midline(patient, z)
    y = float(np.interp(z, patient.torso["z"], patient.torso["spine"])) - rng.uniform(5, 30)
    out = sagittal(rng, patient, s, x, y, z, slices, size, pixel, thickness) if kind == "sagittal" else axial(rng, patient, s, x, y, z, slices, size, pixel, thickness, tilted)
    out.kvp, out.contrast, out.sharp = kvp, patient.contrast > 0, s.sharpen > 0
    scale = acquisition.KVP_SCALE[kvp]
    out.voxels = np.clip(np.where(out.voxels > 0, out.voxels / scale, out.voxels), -1024, 3071)
    return out


def _noise(rng, shape, s):
    n = gaussian_filter(rng.standard_normal(shape, dtype=np.float32), s.grain / .8)
    return n * (s.noise / max(1e-3, float(n.std())))


def sagittal(rng, patient, s, x, y, z, slices, size, pixel, thickness):
    slices, size, pixel = slices or int(rng.integers(15, 24)), size or 320, pixel or float(rng.uniform(.7, 1.0))
    thickness = thickness or float(rng.choice([2, 3, 3]))
    ys = y + (np.arange(size) - (size - 1) / 2) * pixel
    zs = z - (np.arange(size) - (size - 1) / 2) * pixel
    xs = x + (np.arange(slices) - slices // 2) * thickness + rng.uniform(-.5, .5)
    voxels = np.zeros((slices, size, size), np.float32)
    owner = None
    for k, at in enumerate(xs):
        a, own = plane.draw(patient, at - thickness / 4, ys, zs)
        b, _ = plane.draw(patient, at + thickness / 4, ys, zs)
        voxels[k] = gaussian_filter((a + b) / 2, s.blur / pixel * .8) * s.gain + s.offset + _noise(rng, a.shape, s)
        if k == slices // 2:
            owner = own
    out = Series("sagittal", voxels, [[float(v), float(ys[0]), float(zs[0])] for v in xs], [0, 1, 0, 0, 0, -1], pixel, thickness, thickness, 120, 0.0, False, False)
    _truth(out, patient, owner, pixel, lambda c, r: (c, r))
    return out


def axial(rng, patient, s, x, y, z, slices, size, pixel, thickness, tilted):
    thickness = thickness or float(rng.choice([1.5, 2, 3, 3, 5]))
    slices, size, pixel = slices or int(round(rng.uniform(200, 300) / thickness)), size or 256, pixel or float(rng.uniform(.7, 1.1))
    tilt = float(np.radians(rng.uniform(5, 18) * rng.choice([-1, 1]))) if (tilted if tilted is not None else rng.random() < .1) else 0.0
    fine = 1.0
    rows_y = (np.arange(size) - (size - 1) / 2) * pixel
    table = z + (np.arange(slices) - (slices - 1) / 2) * thickness
    ys, reach = y + rows_y * np.cos(tilt), abs(rows_y[-1] * np.sin(tilt)) + 6
    zs = np.arange(table[-1] + reach, table[0] - reach, -fine)
    xs = x + (np.arange(size) - (size - 1) / 2) * pixel
    voxels = np.zeros((slices, size, size), np.float32)
    at_z = table[:, None] + (rows_y * np.sin(tilt))[None]
    rows = (zs[0] - at_z) / fine
    cols = np.broadcast_to(np.arange(size)[None].astype(float), rows.shape)
    for i, at in enumerate(xs):
        hu, _ = plane.draw(patient, at, ys, zs)
        hu = uniform_filter1d(hu, max(1, int(round(thickness / fine))), axis=0)
        voxels[:, :, i] = map_coordinates(hu, (rows, cols), order=1, mode="nearest")
    for k in range(slices):
        voxels[k] = gaussian_filter(voxels[k], s.blur / pixel * .6) * s.gain + s.offset + _noise(rng, voxels[k].shape, s)
    mid = float(x)
    mm = .7
    gy, gz = np.arange(ys[0], ys[-1], mm), np.arange(table[-1] + thickness / 2, table[0] - thickness / 2, -mm)
    _, owner = plane.draw(patient, mid, gy, gz)
    out = Series("axial", voxels, [[float(xs[0]), float(ys[0]), float(table[k] + rows_y[0] * np.sin(tilt))] for k in range(slices)],
                 [1, 0, 0, 0, float(np.cos(tilt)), float(np.sin(tilt))], pixel, thickness, thickness, 120, tilt, False, False)
    _truth(out, patient, owner, mm, lambda c, r: (mid, float(gy[0] + (c - .5) * mm), float(gz[0] - (r - .5) * mm)))
    return out


def _truth(out, patient, owner, mm, place):
    out.sacrum = int((owner < 0).sum()) * mm * mm > 500
    for i in sorted(int(v) for v in np.unique(owner) if v > 0):
        b, m = patient.bodies[i - 1], owner == i
        whole = 4 * b.depth * (b.anterior + b.posterior) / 2 / mm ** 2
        if m.sum() < max(120, .4 * whole):
            continue
        out.truth.append(dict(level=b.level, bmd=None if b.cemented else round(b.bmd, 2), meanHu=None if b.cemented else round(b.trabecular, 2),
                              areaMm2=round(float(m.sum()) * mm * mm, 1), points=[place(c, r) for c, r in outline(m)]))
