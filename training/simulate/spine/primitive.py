"""Soft and bony primitives: ellipsoids and tubes, evaluated on one sagittal plane inside their bounding boxes."""
from dataclasses import dataclass

import numpy as np


@dataclass
class Ellipsoid:
    center: tuple
    radii: tuple
    hu: float
    shell_hu: float = None     # a wall of another attenuation
    shell_mm: float = 0.0
    tilt: float = 0.0          # rotation about the x axis, radians
    texture: float = 0.0
    soft_mm: float = 0.7       # width of the edge
    power: float = 2.0

    def reach(self):
        r = max(self.radii[1], self.radii[2]) if self.tilt else None
        return (self.radii[0], r or self.radii[1], r or self.radii[2])

    def inside(self, x, y, z):
        """Signed distance in mm, roughly, positive inside."""
        dx, dy, dz = x - self.center[0], y - self.center[1], z - self.center[2]
        if self.tilt:
            c, s = np.cos(self.tilt), np.sin(self.tilt)
            dy, dz = c * dy + s * dz, -s * dy + c * dz
        if self.power == 2.0:
            rho = np.sqrt((dx / self.radii[0]) ** 2 + (dy / self.radii[1]) ** 2 + (dz / self.radii[2]) ** 2)
        else:
            p = self.power
            rho = (np.abs(dx / self.radii[0]) ** p + np.abs(dy / self.radii[1]) ** p + np.abs(dz / self.radii[2]) ** p) ** (1 / p)
        return (1.0 - rho) * min(self.radii[1], self.radii[2])


@dataclass
class Tube:
    """A round bar between two points."""
    a: tuple
    b: tuple
    radius: float
    hu: float
    shell_hu: float = None
    shell_mm: float = 0.0
    texture: float = 0.0
    soft_mm: float = 0.7

    @property
    def center(self):
        return tuple((p + q) / 2 for p, q in zip(self.a, self.b))

    def reach(self):
        return tuple(abs(p - q) / 2 + self.radius for p, q in zip(self.a, self.b))

    def inside(self, x, y, z):
        d = [q - p for p, q in zip(self.a, self.b)]
        n = sum(v * v for v in d) + 1e-9
        px, py, pz = x - self.a[0], y - self.a[1], z - self.a[2]
        t = np.clip((px * d[0] + py * d[1] + pz * d[2]) / n, 0, 1)
        return self.radius - np.sqrt((px - t * d[0]) ** 2 + (py - t * d[1]) ** 2 + (pz - t * d[2]) ** 2)
