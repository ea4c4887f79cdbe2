"""Soft tissue: the body's outline, thighs, skin folds, bowel gas."""
import numpy as np

from . import film, solid


def body(view, size, rng):
    """Thickness of water-like tissue in mm."""
    rows, columns = view.size
    scale = view.magnification
    x = ((np.arange(columns) + 0.5) * view.pixel + view.origin[0] - view.source[0]) / scale + view.source[0]
    y = ((np.arange(rows) + 0.5) * view.pixel + view.origin[1] - view.source[1]) / scale + view.source[1]
    x, y = x[None].astype(np.float32), y[:, None].astype(np.float32)
    girth = rng.uniform(0.85, 1.5)
    depth = rng.uniform(170, 230) * girth ** 0.8
    half = (175 + 12 * np.tanh((y - 20) / 60) + 14 * np.sin(y / 80 + rng.uniform(0, 6))) * girth ** 0.8 * size
    trunk = depth * np.maximum(1 - (x / half) ** 2, 0) ** 0.42
    gap = rng.uniform(4, 14)
    thick = rng.uniform(0.72, 0.95) * depth
    reach = (half - gap) / 2
    thighs = sum(thick * np.maximum(1 - ((x - s * (gap + reach)) / reach) ** 2, 0) ** 0.45 for s in (-1, 1))
    blend = 1 / (1 + np.exp(-(y - rng.uniform(75, 115) + 0.0012 * x * x) / rng.uniform(5, 14)))
    total = trunk * (1 - blend) + thighs * blend
    for _ in range(int(rng.integers(0, 4))):
        # a fold: tissue doubled above a curved line
        level, bend, amount, side = rng.uniform(-40, 95), rng.uniform(-0.0025, 0.004), rng.uniform(-25, 25), rng.uniform(-0.5, 0.5)
        line = y - level + bend * x * x + side * x
        total = total + amount / (1 + np.exp(np.clip(line / rng.uniform(0.4, 2.5), -30, 30))) * (total > 20) * np.exp(-np.maximum(-line, 0) / 60)
    total = total * (1 + 0.03 * film.noise(rng, view.size, 18 / view.pixel)) + rng.uniform(0, 4) * film.noise(rng, view.size, 6 / view.pixel)
    total = np.maximum(total, 0)
    for _ in range(int(rng.poisson(5))):
        at = np.array([rng.normal(0, 60), rng.normal(-75, 45), rng.normal(20, 20)])
        if rng.random() < 0.3:
            at = np.array([rng.normal(0, 10), rng.normal(-8, 18), -40.0])
        for _ in range(int(rng.integers(1, 6))):
            solid.egg(total, view, at + rng.normal(0, 12, 3), rng.uniform([5, 5, 4], [24, 16, 22]), rng.uniform(0, 3), -rng.uniform(0.3, 1))
    if rng.random() < 0.4:
        solid.egg(total, view, [rng.normal(0, 6), 10.0, 20.0], (rng.uniform(30, 55), rng.uniform(20, 40), rng.uniform(15, 30)), 0, rng.uniform(0.1, 0.8))
    return np.maximum(total, 0).astype(np.float32)
