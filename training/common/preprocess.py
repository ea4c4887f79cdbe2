"""The pelvis films' pre-processing, step by step as models/README.md writes it: the reference of the node's own.

A film is a float32 array in which bone is bright (MONOCHROME1 already inverted) and the patient seen from the front.
"""
from dataclasses import dataclass

import numpy as np

RESAMPLE_MM, ANALYSIS_MM, LOWEST, GRID, CLIP, SIZE = 0.1, 0.4, 0.02, 8, 100, 512
NOMINAL_WIDTH_MM = 430.0


def _linear(count, target, scale):
    """Indices and weight of linear interpolation: output i lies at (i + 0.5) * scale - 0.5, edges repeated."""
    at = (np.arange(target) + 0.5) * scale - 0.5
    at = np.clip(at, 0, count - 1)
    low = np.minimum(at.astype(np.int64), max(count - 2, 0))
    return low, np.minimum(low + 1, count - 1), (at - low).astype(np.float32)


def _resample_axis0(image, target, scale):
    low, high, weight = _linear(image.shape[0], target, scale)
    weight = weight[:, None]
    return image[low] * (1 - weight) + image[high] * weight


def to_fine(image, spacing):
    """Linear to 0.1 mm: round(n * spacing / 0.1) pixels an axis. spacing = (mm a column, mm a row)."""
    height, width = (max(4, int(np.floor(n * s / RESAMPLE_MM + 0.5))) for n, s in zip(image.shape, (spacing[1], spacing[0])))
    image = _resample_axis0(image.astype(np.float32), height, image.shape[0] / height)
    return _resample_axis0(np.ascontiguousarray(image.T), width, image.shape[1] / width).T


def to_analysis(fine):
    """Mean of 4 x 4 pixels; what is left over at right and bottom is dropped."""
    step = int(round(ANALYSIS_MM / RESAMPLE_MM))
    height, width = fine.shape[0] // step, fine.shape[1] // step
    part = fine[:height * step, :width * step]
    return np.ascontiguousarray(part.reshape(height, step, width, step).mean(axis=(1, 3), dtype=np.float32))


def to_bytes(image):
    """The lowest 2 % raised to the second percentile (linear between ranks), then 0..255, floor(v + 0.5)."""
    low = np.float32(np.percentile(image, 100 * LOWEST))
    high = np.float32(image.max())
    scaled = (np.maximum(image, low) - low) * np.float32(255.0 / max(high - low, 1e-6))
    return np.clip(np.floor(scaled + np.float32(0.5)), 0, 255).astype(np.uint8)


def equalise(image, grid=GRID, clip=CLIP):
    """Contrast limited adaptive histogram equalisation with OpenCV's rules on an 8-bit image."""
    height, width = image.shape
    padded = np.pad(image, ((0, -height % grid), (0, -width % grid)), mode="reflect")
    th, tw = padded.shape[0] // grid, padded.shape[1] // grid
    area = th * tw
    tiles = padded.reshape(grid, th, grid, tw).transpose(0, 2, 1, 3).reshape(grid * grid, area)
    index = tiles.astype(np.int64) + 256 * np.arange(grid * grid)[:, None]
    histogram = np.bincount(index.ravel(), minlength=256 * grid * grid).reshape(-1, 256)
    limit = max(1, int(clip * area / 256))
    excess = np.maximum(histogram - limit, 0).sum(axis=1)
    histogram = np.minimum(histogram, limit) + (excess // 256)[:, None]
    for tile, rest in enumerate(excess % 256):
        if rest:
            step = max(256 // int(rest), 1)
            histogram[tile, np.arange(0, 256, step)[:rest]] += 1
    maps = np.clip(np.rint(histogram.cumsum(axis=1).astype(np.float32) * np.float32(255.0 / area)), 0, 255).astype(np.float32)
    maps = maps.reshape(grid, grid, 256)

    def blend(count, size):
        at = np.arange(count, dtype=np.float32) * np.float32(1.0 / size) - np.float32(0.5)
        first = np.floor(at).astype(np.int64)
        return np.clip(first, 0, grid - 1), np.clip(first + 1, 0, grid - 1), (at - first).astype(np.float32)
    y1, y2, wy = blend(height, th)
    x1, x2, wx = blend(width, tw)
    flat, value = maps.reshape(-1), image.astype(np.int64)
    top, bottom = (y1 * grid)[:, None], (y2 * grid)[:, None]
    a = flat[(top + x1) * 256 + value]
    b = flat[(top + x2) * 256 + value]
    c = flat[(bottom + x1) * 256 + value]
    d = flat[(bottom + x2) * 256 + value]
    upper, lower = a * (1 - wx) + b * wx, c * (1 - wx) + d * wx
    return np.clip(np.rint(upper * (1 - wy[:, None]) + lower * wy[:, None]), 0, 255).astype(np.uint8)


def _triangle(count, target, factor):
    """Matrix of a triangle filter whose support widens when shrinking; output i lies at (i + 0.5) / factor."""
    support = max(1.0, 1.0 / factor)
    centre = (np.arange(target)[:, None] + 0.5) / factor
    weight = np.maximum(0.0, 1.0 - np.abs(np.arange(count)[None] + 0.5 - centre) / support)
    return (weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-9)).astype(np.float32)


def to_network(image, size=SIZE, pad=0.0):
    """One factor brings the longer side to `size`; top left, padded at right and bottom. Returns (float32 image, factor)."""
    factor = size / max(image.shape)
    height, width = (min(size, max(1, int(np.floor(n * factor + 0.5)))) for n in image.shape)
    out = np.full((size, size), pad, np.float32)
    out[:height, :width] = _triangle(image.shape[0], height, factor) @ image.astype(np.float32) @ _triangle(image.shape[1], width, factor).T
    return out, factor


@dataclass
class Prepared:
    """All steps of one film. A point of the film times `scale` is a point at 0.4 mm; times `factor` again, of the network."""
    fine: np.ndarray
    analysis: np.ndarray
    bytes: np.ndarray
    equalised: np.ndarray
    network: np.ndarray
    scale: tuple
    factor: float


def prepare(film, spacing=None):
    """The whole chain up to, not including, (v - mean) / std."""
    if spacing is None:
        spacing = (NOMINAL_WIDTH_MM / film.shape[1],) * 2
    fine = to_fine(film, spacing)
    analysis = to_analysis(fine)
    step = ANALYSIS_MM / RESAMPLE_MM
    scale = fine.shape[1] / film.shape[1] / step, fine.shape[0] / film.shape[0] / step
    eight = to_bytes(analysis)
    equalised = equalise(eight)
    network, factor = to_network(equalised)
    return Prepared(fine, analysis, eight, equalised, network, scale, factor)
