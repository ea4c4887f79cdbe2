"""Sampled surfaces: thin cortical shells and the spongy bone inside them, as clouds of mass in space.

Coordinates in mm: x to the patient's left, y to the feet, z to the front. A radiograph of a shell is its mass dropped on
the film, so tangents, the brim and the teardrop come out as projection makes them.
"""
import numpy as np


def spline(points, count):
    """`count` points along the Catmull-Rom curve through `points` (any number of columns), evenly in the parameter."""
    points = np.asarray(points, np.float64)
    n = len(points)
    if n == 2:
        t = np.linspace(0, 1, count)[:, None]
        return (points[0] * (1 - t) + points[1] * t).astype(np.float32)
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, n - 1, count)
    i = np.minimum(t.astype(int), n - 2)
    u = (t - i)[:, None]
    p0, p1, p2, p3 = padded[i], padded[i + 1], padded[i + 2], padded[i + 3]
    return (0.5 * (2 * p1 + (p2 - p0) * u + (2 * p0 - 5 * p1 + 4 * p2 - p3) * u**2
                   + (3 * p1 - p0 - 3 * p2 + p3) * u**3)).astype(np.float32)


def _length(points):
    return float(np.linalg.norm(np.diff(points[:, :3], axis=0), axis=1).sum())


def _area(grid):
    du, dv = np.gradient(grid, axis=0), np.gradient(grid, axis=1)
    return np.linalg.norm(np.cross(du, dv), axis=2)


class Cloud:
    """Collects (points, mass) in two kinds: sharp (cortex) and soft (spongy bone)."""

    def __init__(self, pitch, rng):
        self.pitch, self.rng = pitch, rng
        self.sharp, self.soft = [], []

    def add(self, kind, points, mass):
        kind.append((points.reshape(-1, 3).astype(np.float32), np.broadcast_to(mass, points.shape[:-1]).reshape(-1).astype(np.float32)))

    def tube(self, points, radii, cortex, spongy=0.3, flat=1.0, up=(0, 0, 1), round_ends=True):
        """A tube along a curve. radii: one a point; flat: second radius as a multiple; `up` is the second radius' direction."""
        points = np.asarray(points, float)
        radii = np.broadcast_to(np.asarray(radii, float), (len(points),))
        rough = spline(np.column_stack([points, radii]), 40)
        rings = max(8, int(_length(rough) / self.pitch))
        path = spline(np.column_stack([points, radii]), rings)
        centre, radius = path[:, :3], np.maximum(path[:, 3], 0.5)
        tangent = np.gradient(centre, axis=0)
        step = np.linalg.norm(tangent, axis=1)
        tangent /= np.maximum(step, 1e-6)[:, None]
        if round_ends:
            centre, radius, tangent, step = self._caps(centre, radius, tangent, step)
            rings = len(centre)
        normal = np.cross(tangent, np.asarray(up, np.float32))
        normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-6)[:, None]
        binormal = np.cross(normal, tangent)
        mean = radius.mean() * (1 + flat) / 2
        around = max(12, int(2 * np.pi * mean / self.pitch))
        angle = (np.arange(around)[None] + self.rng.random((rings, 1))) * (2 * np.pi / around)
        cos, sin = (radius[:, None] * np.cos(angle)).astype(np.float32), (flat * radius[:, None] * np.sin(angle)).astype(np.float32)
        ring = cos[..., None] * normal[:, None] + sin[..., None] * binormal[:, None]
        # arc length of the ellipse a sample
        arc = np.sqrt((radius[:, None] * np.sin(angle))**2 + (flat * radius[:, None] * np.cos(angle))**2) * (2 * np.pi / around)
        self.add(self.sharp, centre[:, None] + ring, arc * step[:, None] * cortex)
        if spongy:
            skip = max(1, int(2.0 / self.pitch))
            c, r, w = centre[::skip], ring[::skip, ::skip], step[::skip] * skip
            section = np.pi * radius[::skip]**2 * flat
            for fraction, share in ((0.3, 0.16), (0.55, 0.26), (0.75, 0.30), (0.92, 0.28)):
                self.add(self.soft, c[:, None] + fraction * r, (spongy * share * section * w / r.shape[1])[:, None])

    def _caps(self, centre, radius, tangent, step):
        """Rounds both ends: rings that shrink beyond the curve."""
        parts = [(centre, radius, tangent, step)]
        for end, sign in ((0, -1), (-1, 1)):
            r = float(radius[end])
            count = max(3, int(r / self.pitch))
            angle = (np.arange(count) + 0.5) / count * np.pi / 2
            cap = (centre[end] + sign * 0.75 * r * np.sin(angle)[:, None] * tangent[end],
                   np.maximum(r * np.cos(angle), 0.2), np.repeat(tangent[end][None], count, 0), np.full(count, r / count))
            if sign < 0:
                parts.insert(0, tuple(a[::-1] for a in cap))
            else:
                parts.append(cap)
        return tuple(np.concatenate(a).astype(np.float32) for a in zip(*parts))

    def sheet(self, grid, cortex, spongy=0.0, thickness=0.0):
        """A sheet through a small grid of control points (rows, columns, 3); with a thickness it has two faces and a filling."""
        grid = np.asarray(grid, float)
        rows, columns = grid.shape[:2]
        rough = spline(spline(grid.reshape(rows, -1), 12).reshape(12, columns, 3).transpose(1, 0, 2).reshape(columns, -1), 12).reshape(12, 12, 3)
        nv = max(6, int(np.linalg.norm(np.diff(rough, axis=0), axis=2).sum(axis=0).max() / self.pitch))
        nu = max(6, int(np.linalg.norm(np.diff(rough, axis=1), axis=2).sum(axis=1).max() / self.pitch))
        fine = spline(grid.reshape(rows, -1), nu).reshape(nu, columns, 3).transpose(1, 0, 2).reshape(columns, -1)
        fine = spline(fine, nv).reshape(nv, nu, 3)
        area = _area(fine)
        fine = fine + (self.rng.random(fine.shape, dtype=np.float32) - 0.5) * self.pitch
        if not thickness:
            self.add(self.sharp, fine, area * cortex)
            return
        normal = np.cross(np.gradient(fine, axis=0), np.gradient(fine, axis=1))
        normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-6)
        for sign in (-0.5, 0.5):
            self.add(self.sharp, fine + sign * thickness * normal, area * cortex)
        if spongy:
            self.add(self.soft, fine[::2, ::2], area[::2, ::2] * (4 * spongy * thickness))

    def ball(self, centre, radii, cortex, spongy=0.3, axes=None, cap=None):
        """An ellipsoid; `axes` turns it, `cap` = (direction, cosine) keeps the part that looks that way."""
        centre, radii = np.asarray(centre, float), np.broadcast_to(np.asarray(radii, float), (3,))
        mean = radii.mean()
        count = max(60, int(4 * np.pi * mean**2 / self.pitch**2))
        k = np.arange(count) + self.rng.random()
        z = 1 - 2 * (k + 0.5) / (count + 1)
        phi = k * 2.399963229728653
        s = np.sqrt(np.maximum(0, 1 - z * z))
        unit = np.stack([s * np.cos(phi), s * np.sin(phi), z], axis=1)
        if cap is not None:
            unit = unit[unit @ np.asarray(cap[0], float) > cap[1]]
        # area element of the ellipsoid under the map of the unit sphere
        scale = radii.prod() * np.linalg.norm(unit / radii, axis=1) * (4 * np.pi / count)
        surface = unit * radii
        if axes is not None:
            surface = surface @ np.asarray(axes)
        self.add(self.sharp, centre + surface, scale * cortex)
        if spongy and cap is None:
            volume = 4 / 3 * np.pi * radii.prod()
            part = surface[::4]
            for fraction, share in ((0.35, 0.09), (0.6, 0.25), (0.8, 0.36), (0.94, 0.30)):
                self.add(self.soft, centre + fraction * part, spongy * share * volume / len(part))
