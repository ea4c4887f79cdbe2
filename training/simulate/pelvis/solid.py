"""Solids drawn exactly, ray by ray: cups, heads, stems, screws, plates, gas."""
import numpy as np


def _window(view, point, reach):
    """Slices of the pixels round a point, and their (x, y) mm in the plane of the point. None where outside the film."""
    column, row = view.project(np.asarray(point, float))
    scale = view.local(point)
    c0, c1 = int(max(0, column - reach * scale - 2)), int(min(view.size[1], column + reach * scale + 3))
    r0, r1 = int(max(0, row - reach * scale - 2)), int(min(view.size[0], row + reach * scale + 3))
    if c1 <= c0 or r1 <= r0:
        return None
    x = ((np.arange(c0, c1) + 0.5 - column) / scale).astype(np.float32)
    y = ((np.arange(r0, r1) + 0.5 - row) / scale).astype(np.float32)
    return (slice(r0, r1), slice(c0, c1)), x[None], y[:, None]


def _sphere(x, y, tx, ty, radius):
    """Interval of z in which the ray (x + tx z, y + ty z, z) is inside a sphere; empty where low > high."""
    a = 1 + tx * tx + ty * ty
    b = tx * x + ty * y
    under = b * b - a * (x * x + y * y - radius * radius)
    root = np.sqrt(np.maximum(under, 0))
    low, high = (-b - root) / a, (-b + root) / a
    return np.where(under > 0, low, 1.0), np.where(under > 0, high, 0.0)


def ball(target, view, centre, radius, amount=1.0):
    """Adds the path length through a sphere."""
    found = _window(view, centre, radius)
    if found:
        where, x, y = found
        low, high = _sphere(x, y, *view.slope(centre), radius)
        target[where] += amount * np.maximum(high - low, 0)


def bowl(target, view, centre, outer, inner, axis, amount=1.0, rim=0.0):
    """Adds the path length through half of a hollow sphere: the half on the side `axis` points away from, plus `rim` mm."""
    found = _window(view, centre, outer + abs(rim))
    if not found:
        return
    where, x, y = found
    tx, ty = view.slope(centre)
    n = -np.asarray(axis, float)
    slope = n[0] * tx + n[1] * ty + n[2]
    level = n[0] * x + n[1] * y + rim
    cut = -level / slope if abs(slope) > 1e-4 else np.where(level > 0, -1e6, 1e6) * np.ones_like(level)

    def path(radius):
        low, high = _sphere(x, y, tx, ty, radius)
        if slope > 1e-4 or abs(slope) <= 1e-4:
            return np.maximum(high - np.maximum(low, cut), 0)
        return np.maximum(np.minimum(high, cut) - low, 0)
    target[where] += amount * np.maximum(path(outer) - path(inner), 0)


def rod(target, view, points, radii, amount=1.0, squash=1.0):
    """Adds the path length through a rod of varying radius along a polyline (union of its pieces); squash thins it in z."""
    points, radii = np.asarray(points, float), np.broadcast_to(np.asarray(radii, float), (len(points),))
    flat = view.project(points)
    scale = np.array([view.local(p) for p in points])
    reach = (radii * scale).max() + 2
    c0, c1 = int(max(0, flat[:, 0].min() - reach)), int(min(view.size[1], flat[:, 0].max() + reach + 1))
    r0, r1 = int(max(0, flat[:, 1].min() - reach)), int(min(view.size[0], flat[:, 1].max() + reach + 1))
    if c1 <= c0 or r1 <= r0:
        return
    best = np.zeros((r1 - r0, c1 - c0), np.float32)
    for i in range(len(points) - 1):
        p, q = flat[i], flat[i + 1]
        ra, rb = radii[i] * scale[i], radii[i + 1] * scale[i + 1]
        w = max(ra, rb) + 1
        a0, a1 = int(max(c0, min(p[0], q[0]) - w)), int(min(c1, max(p[0], q[0]) + w + 1))
        b0, b1 = int(max(r0, min(p[1], q[1]) - w)), int(min(r1, max(p[1], q[1]) + w + 1))
        if a1 <= a0 or b1 <= b0:
            continue
        x = (np.arange(a0, a1) + 0.5 - p[0]).astype(np.float32)[None]
        y = (np.arange(b0, b1) + 0.5 - p[1]).astype(np.float32)[:, None]
        d = q - p
        t = np.clip((x * d[0] + y * d[1]) / max(d @ d, 1e-6), 0, 1)
        gap = (x - t * d[0])**2 + (y - t * d[1])**2
        chord = 2 * np.sqrt(np.maximum((ra + t * (rb - ra))**2 - gap, 0)) / scale[i]
        part = best[b0 - r0:b1 - r0, a0 - c0:a1 - c0]
        np.maximum(part, chord, out=part)
    target[r0:r1, c0:c1] += amount * squash * best


def egg(target, view, centre, radii, turn=0.0, amount=1.0):
    """Adds the path length through an ellipsoid turned in the film's plane by `turn` radians."""
    found = _window(view, centre, max(radii[:2]))
    if found:
        where, x, y = found
        c, s = np.cos(turn), np.sin(turn)
        u, v = (c * x + s * y) / radii[0], (c * y - s * x) / radii[1]
        target[where] += amount * 2 * radii[2] * np.sqrt(np.maximum(1 - u * u - v * v, 0))
