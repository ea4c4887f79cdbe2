"""The implicit shape of one vertebral body: rounded cylinder with a waist, concave end plates, cortex and inside."""
from dataclasses import dataclass, field

import numpy as np


@dataclass
class Body:
    """Local axes: x to the left, y to the back, z to the head; lengths in mm, attenuation in HU at 120 kVp."""
    level: str
    center: np.ndarray
    axes: np.ndarray          # columns: local x, y, z in patient coordinates
    width: float              # half width
    depth: float              # half depth
    anterior: float           # half height at the front
    posterior: float          # half height at the back
    middle: float             # depth of the end plates' concavity
    bmd: float
    trabecular: float         # mean HU inside
    waist: float = 0.08
    power: float = 2.6
    cortex: float = 400.0
    cortex_mm: float = 1.0
    plate: float = 500.0
    plate_mm: float = 1.3
    hollow: float = 0.15      # concavity of the posterior wall
    marks: list = field(default_factory=list)   # (kind, local centre, radii, HU)
    sclerosis: tuple = (0.0, 0.0, 4.0, 4.0)      # HU above, HU below, thickness above, below
    fractured: bool = False
    cemented: bool = False

    @property
    def radius(self):
        return float(np.sqrt(self.width ** 2 + self.depth ** 2 + max(self.anterior, self.posterior) ** 2)) + 3.0

    def local(self, x, y, z):
        """Patient coordinates (broadcastable arrays) to local ones."""
        d = (x - self.center[0], y - self.center[1], z - self.center[2])
        return [d[0] * self.axes[0, k] + d[1] * self.axes[1, k] + d[2] * self.axes[2, k] for k in range(3)]

    def distance(self, lx, ly, lz):
        """Approximate signed distances inside (positive, mm): to the wall, and to the end plates."""
        half = self.half_height(lx, ly)
        relative = np.clip(lz / np.maximum(half, 1.0), -1.2, 1.2)
        waist = 1.0 - self.waist * (1.0 - relative * relative)
        v = ly / (self.depth * waist)
        u = lx / (self.width * waist)
        back = self.hollow * np.maximum(0.0, 1.0 - u * u) * (v > 0)
        v = v * (1.0 + back)
        rho = (np.abs(u) ** self.power + np.abs(v) ** self.power) ** (1.0 / self.power)
        return (1.0 - rho) * self.depth, half - np.abs(lz)

    def half_height(self, lx, ly):
        t = np.clip(ly / self.depth, -1.3, 1.3)
        u = lx / self.width
        return (self.anterior * (1 - t) + self.posterior * (1 + t)) / 2 - self.middle * np.maximum(0.0, 1.0 - t * t - u * u)
