"""Total hip prostheses: the cup's geometry and landmarks, and its drawing with liner, head, stem, screws, cement."""
from dataclasses import dataclass

import numpy as np

from . import solid


@dataclass
class Cup:
    """centre (world), outer radius, axis (unit, from the dome to the opening), side sign (+1 left)."""
    centre: np.ndarray
    radius: float
    axis: np.ndarray
    sign: float

    def _frame(self, view):
        tx, ty = view.slope(self.centre)
        ray = np.array([tx, ty, 1.0])
        ray /= np.linalg.norm(ray)
        major = np.cross(self.axis, ray)
        major /= np.linalg.norm(major)
        if major[0] * self.sign > 0:
            major = -major
        dome = np.cross(ray, major)
        if dome @ self.axis > 0:
            dome = -dome
        return major, dome

    def edge(self, view, alpha):
        """World point of the silhouette at alpha degrees from the medial end over the dome."""
        medial, dome = self._frame(view)
        a = np.radians(alpha)
        return self.centre + self.radius * (np.cos(a) * medial + np.sin(a) * dome)

    def landmarks(self, view, alpha):
        return {"lateral": view.project(self.edge(view, 180)), "medial": view.project(self.edge(view, 0)), "contact": view.project(self.edge(view, alpha))}


def axis(inclination, anteversion, sign):
    """Opening direction for radiographic angles in degrees; opens to the side, the feet and the front."""
    i, a = np.radians(inclination), np.radians(anteversion)
    return np.array([sign * np.sin(i) * np.cos(a), np.cos(i) * np.cos(a), np.sin(a)])


def draw(metal, plastic, view, cup, stem_axis, rng, plan):
    """metal, plastic: thickness maps; plan: kind ('cementless', 'cemented', 'hemi'), screws, stem, head radius."""
    r, n = cup.radius, cup.axis
    hard = rng.uniform(0.7, 1.6)
    if plan["kind"] == "cemented":
        wall = rng.uniform(5, 9)
        solid.bowl(plastic, view, cup.centre, r, plan["head"], n, 0.2)
        # marker wire round the rim, and cement over the dome
        side = np.cross(n, [0.0, 0.0, 1.0])
        side /= np.linalg.norm(side)
        ring = np.linspace(0, 2 * np.pi, 49)
        wire = cup.centre - 0.6 * n + (r - 0.6) * (np.cos(ring)[:, None] * side + np.sin(ring)[:, None] * np.cross(n, side))
        solid.rod(metal, view, wire, 0.6, hard)
        dense = rng.uniform(0.02, 0.05)
        solid.bowl(metal, view, cup.centre, r, r - 2.0, n, dense)
        for _ in range(int(rng.integers(2, 6))):
            d = -n + rng.normal(0, 0.5, 3)
            d /= np.linalg.norm(d)
            solid.ball(metal, view, cup.centre + (r + 1) * d, rng.uniform(3, 7), 0.03)
    else:
        wall = rng.uniform(2.5, 5)
        solid.bowl(metal, view, cup.centre, r, r - wall, n, hard)
        if rng.random() < 0.3:
            solid.bowl(metal, view, cup.centre + n * 0.5, r - wall, max(r - wall - 2.5, plan["head"]), n, 0.5)
        solid.bowl(plastic, view, cup.centre, r - wall, plan["head"], n, 0.12)
        for _ in range(plan["screws"]):
            d = np.array([rng.normal(0.15, 0.3) * cup.sign - 0.25 * cup.sign, -1, rng.normal(-0.15, 0.3)])
            d /= np.linalg.norm(d)
            at, long = cup.centre + (r - wall) * d, rng.uniform(15, 45)
            solid.rod(metal, view, np.stack([at, at + d * 3, at + d * long]), [3.6, 3.2, 2.4], hard * 0.7)
            solid.rod(metal, view, np.stack([at + d * t for t in np.arange(4, long, 2.2)]), 0.1, 0.1)
    if plan["stem"]:
        hip, knee, shaft, centre = stem_axis
        solid.ball(metal, view, centre, plan["head"], rng.choice([0.25, 1.2]))
        taper = knee - centre
        length = rng.uniform(90, 170)
        top = knee + 0.12 * (centre - knee)
        bulk = rng.uniform(8, 13)
        down = (shaft[2] - shaft[0]) / np.linalg.norm(shaft[2] - shaft[0])
        start = shaft[0] + [-1 * cup.sign, -6, 0]
        tip = start + down * length
        path = np.stack([centre + 0.1 * taper, centre + 0.55 * taper, top, (top + start) / 2 + down * 10, start + down * length * 0.3, start + down * length * 0.65, tip])
        radii = np.array([5.5, 5.5, bulk * 0.9, bulk, bulk * 0.75, bulk * 0.6, rng.uniform(3, 5.5)])
        solid.rod(metal, view, path, radii, hard, rng.uniform(0.6, 1.0))
        if plan["kind"] == "cemented" or rng.random() < 0.15:
            solid.rod(metal, view, path[3:] + [0, 2, 0], radii[3:] + 2.5, 0.03)
    if rng.random() < 0.1:
        shelf = shaft = stem_axis[2]
        for y in rng.uniform(10, 150, int(rng.integers(1, 4))):
            p = shelf[0] + [0, y, 0]
            solid.rod(metal, view, np.stack([p + [-16, 0, 6], p + [0, 1, 12], p + [16, 0, 6]]), 1.0, 1.0)
