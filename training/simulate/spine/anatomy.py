"""A synthetic patient: the column of bodies and everything that lies round it, in patient millimetres (LPS)."""
from dataclasses import dataclass, field

import numpy as np

from .body import Body
from .levels import LEVELS, SIZES
from .primitive import Ellipsoid, Tube


def hu_of(bmd):
    """HU at 120 kVp of trabecular bone of a density in mg/cm3."""
    return (bmd + 2.1) / 0.81


def frame(tilt, coronal=0.0, axial=0.0):
    """Axes of a body whose head end leans forward by `tilt`, to the left by `coronal`, turned by `axial` (radians)."""
    ct, st, cc, sc, ca, sa = np.cos(tilt), np.sin(tilt), np.cos(coronal), np.sin(coronal), np.cos(axial), np.sin(axial)
    rx = np.array([[1, 0, 0], [0, ct, -st], [0, st, ct]])
    ry = np.array([[cc, 0, sc], [0, 1, 0], [-sc, 0, cc]])
    rz = np.array([[ca, -sa, 0], [sa, ca, 0], [0, 0, 1]])
    return ry @ rx @ rz


@dataclass
class Patient:
    bodies: list = field(default_factory=list)       # free bodies, L5 upwards
    sacrum: list = field(default_factory=list)       # S1 downwards
    behind: list = field(default_factory=list)       # primitives painted before the bodies
    front: list = field(default_factory=list)        # painted after them (metal)
    scatter: float = 1.0
    contrast: float = 0.0
    metal: bool = False
    torso: dict = field(default_factory=dict)
    texture: float = 20.0
    offset: tuple = (0, 0, 0)


def build(rng, density=None, easy=False):
    """Draws a patient. `density` fixes the mean density, `easy` leaves out metal and fractures."""
    p = Patient()
    size = rng.uniform(0.86, 1.14)
    p.offset = tuple(int(v) for v in rng.integers(0, 144, 3))
    p.texture = rng.uniform(5, 45)
    p.scatter = float(np.clip(1 + 0.012 * rng.standard_normal(), 0.97, 1.03))
    mean = density if density is not None else float(rng.uniform(25, 235) if rng.random() < .7 else np.clip(rng.normal(110, 40), 20, 240))
    _column(p, rng, size, mean, easy)
    _posterior(p, rng, size)
    _torso(p, rng, size)
    return p


def _column(p, rng, size, mean, easy):
    slope = np.radians(rng.uniform(18, 55))
    kyphosis = np.radians(rng.uniform(15, 45))
    back = -slope * rng.uniform(0.15, 0.6)
    tilts = np.interp(np.arange(17), [0, 1.2, 2.4, 5, 7, 16], [slope * rng.uniform(.45, .75), slope * rng.uniform(.1, .35), rng.uniform(-.08, .05), back, back * .9, back + kyphosis])
    tilts = tilts + rng.normal(0, .025, 17)
    scoliosis = np.radians(rng.uniform(0, 14)) * (rng.random() < 0.35)
    phase, wave = rng.uniform(0, 6.3), rng.uniform(5, 9)
    coronal = scoliosis * np.sin(np.arange(17) / wave * 2 * np.pi + phase) + rng.normal(0, .012, 17)
    axial = -scoliosis * rng.uniform(0, 1) * np.sin(np.arange(17) / wave * 2 * np.pi + phase)
    at = np.array([0.0, 0.0, 0.0])
    disc_scale, plate, cortex = rng.uniform(.55, 1.25), rng.uniform(300, 850), rng.uniform(250, 700)
    middle, waist = rng.uniform(.3, 2.6), rng.uniform(.03, .14)
    width = rng.uniform(.9, 1.1)
    degenerative = rng.random() < .45
    offset_y, power, hollow = rng.uniform(.9, 1.12), rng.uniform(2.2, 3.4), rng.uniform(.05, .25)
    depth = mean / 110.0
    for i, level in enumerate(LEVELS):
        h, w, d, gap = [v * size for v in SIZES[level]]
        h, d, w = h * rng.normal(1, .025), d * offset_y * rng.normal(1, .02), w * width
        gap = max(1.0, gap * disc_scale * rng.normal(1, .15))
        if degenerative and rng.random() < .2:
            gap *= rng.uniform(.25, .7)
        tilt = tilts[i]
        below = np.radians(0) + (tilt if i else (slope + tilt) / 2)
        axes = frame(tilt, coronal[i], axial[i])
        up = frame(below, coronal[i], axial[i])[:, 2]
        center = at + up * gap + axes[:, 2] * h / 2
        bmd = float(np.clip(mean + (i - 4) * rng.uniform(-1, 4) * depth * .5 + rng.normal(0, 6), 8, 290))
        b = Body(level, center, axes, w / 2, d / 2, h / 2 * rng.normal(1, .02), h / 2 * (rng.normal(.93, .03) if level == "L5" else rng.normal(1.02, .02)), middle * rng.uniform(.6, 1.4), bmd,
                 hu_of(bmd) * p.scatter, waist, power, cortex * rng.uniform(.8, 1.2), rng.uniform(.5, 1.4), plate * rng.uniform(.8, 1.2), rng.uniform(.7, 1.9), hollow)
        _pathology(b, rng, degenerative, easy)
        p.bodies.append(b)
        p.behind += _disc(b, rng, up, gap, at, w, d)
        at = center + axes[:, 2] * h / 2
    low, tilt = np.array([0.0, 0.0, 0.0]), slope
    bend = np.radians(rng.uniform(5, 24))
    for k in range(5):
        h, w, d = 29 * size * .88 ** k, 50 * size * .84 ** k, 33 * size * .74 ** k
        axes = frame(tilt + np.radians(6))
        center = low - axes[:, 2] * h / 2
        bmd = float(max(5, mean * rng.uniform(.6, .95)))
        s = Body("S%d" % (k + 1), center, axes, w / 2, d / 2, h / 2, h / 2 * .92, .5, bmd, hu_of(bmd), .12, 3.0, cortex * .9, .9, (plate if k == 0 else plate * .55) * rng.uniform(.7, 1.1), 1.2)
        p.sacrum.append(s)
        low = center - axes[:, 2] * (h / 2 + rng.uniform(.3, 2.2)) 
        tilt += bend * (-.5 if k == 0 else -1)
    for k in range(int(rng.integers(1, 4))):
        axes = frame(tilt)
        center = low - axes[:, 2] * 5
        p.behind.append(Ellipsoid(tuple(center), (7, 5, 5.5), 150, 350, 1.0, tilt))
        low, tilt = center - axes[:, 2] * 5, tilt - .2


def _pathology(b, rng, degenerative, easy):
    if not easy and rng.random() < .06:
        b.fractured = True
        loss = rng.uniform(.2, .5)
        kind = rng.integers(3)
        if kind == 0:
            b.anterior *= 1 - loss
        elif kind == 1:
            b.middle += loss * 10
        else:
            b.anterior, b.posterior, b.middle = b.anterior * (1 - loss * .8), b.posterior * (1 - loss * .6), b.middle + 1
        if rng.random() < .5:
            b.marks.append(("band", np.array([0, rng.uniform(-.5, .3) * b.depth, rng.uniform(-.3, .5) * b.anterior]), np.array([b.width, b.depth * .8, rng.uniform(1, 3)]), rng.uniform(80, 300)))
    if rng.random() < (.45 if degenerative else .15):
        b.sclerosis = (rng.uniform(40, 350) * (rng.random() < .7), rng.uniform(40, 350) * (rng.random() < .7), rng.uniform(2, 6), rng.uniform(2, 6))
    if rng.random() < .10:
        side = rng.choice([-1, 1])
        b.marks.append(("schmorl", np.array([rng.uniform(-.3, .3) * b.width, rng.uniform(-.4, .4) * b.depth, side * (b.anterior + b.posterior) / 2]), rng.uniform([3, 2.5, 2.5], [7, 7, 6.5]), 70.0))
    if rng.random() < (.5 if degenerative else .08):
        for sz in (-1, 1):
            for sy in (-1, 1):
                if rng.random() < (.6 if sy < 0 else .2):
                    b.marks.append(("osteophyte", np.array([rng.uniform(-.4, .4) * b.width, sy * (b.depth + rng.uniform(0, 2.5)), sz * (b.anterior - rng.uniform(-1, 2.5))]), rng.uniform([5, 2.0, 1.5], [14, 5.5, 3.5]), rng.uniform(250, 600)))
    if rng.random() < .75:
        b.marks.append(("vein", np.array([0, b.depth * rng.uniform(.55, .9), rng.uniform(-1, 1)]), np.array([rng.uniform(3, 7), b.depth * rng.uniform(.15, .5), rng.uniform(.8, 2.2)]), rng.choice([0.0, 20.0, 60.0])))
    if rng.random() < .04:
        b.marks.append(("island", rng.uniform([-.5 * b.width, -.5 * b.depth, -.6 * b.anterior], [.5 * b.width, .5 * b.depth, .6 * b.anterior]), rng.uniform(1.5, 5, 3), rng.uniform(500, 900)))
    if rng.random() < .04:
        b.marks.append(("haemangioma", rng.uniform([-.3 * b.width, -.3 * b.depth, -.3 * b.anterior], [.3 * b.width, .3 * b.depth, .3 * b.anterior]), rng.uniform(3, 7, 3), rng.uniform(-40, 60)))
    if not easy and rng.random() < .015:
        b.cemented = True
        for _ in range(3):
            b.marks.append(("cement", rng.uniform([-.4 * b.width, -.5 * b.depth, -.5 * b.anterior], [.4 * b.width, .5 * b.depth, .5 * b.anterior]), rng.uniform(3, 8, 3), rng.uniform(1200, 2600)))


def _disc(b, rng, up, gap, at, w, d):
    c = at + up * gap / 2
    tilt = float(np.arctan2(-up[1], up[2]))
    out = [Ellipsoid(tuple(c), (w * .5, d * rng.uniform(.49, .58), gap / 2 + 4.5), rng.uniform(55, 125), tilt=tilt, power=3.0)]
    if rng.random() < .06:
        out.append(Ellipsoid(tuple(c + b.axes[:, 1] * rng.uniform(-.2, .2) * d), (9, d * rng.uniform(.1, .3), max(.7, gap * .18)), rng.uniform(-700, -100), tilt=tilt))
    if rng.random() < .04:
        out.append(Ellipsoid(tuple(c), (8, d * rng.uniform(.1, .4), gap * .3), rng.uniform(250, 500), tilt=tilt))
    return out


def _posterior(p, rng, size):
    canal_radius, fat, gap = rng.uniform(6.5, 10) * size, rng.uniform(-90, 20), rng.uniform(-1, 3)
    cord = rng.uniform(5, 45) if rng.random() < .93 else rng.uniform(120, 400)   # myelography
    centres = [s.center + s.axes[:, 1] * (s.depth + canal_radius * (.9 if k == 0 else .75)) for k, s in enumerate(p.sacrum[:3])][::-1]
    centres += [b.center + b.axes[:, 1] * (b.depth + canal_radius * .95) for b in p.bodies]
    for a, b in zip(centres[:-1], centres[1:]):
        p.behind.append(Tube(tuple(a), tuple(b), canal_radius + 1, fat))
        p.behind.append(Tube(tuple(a), tuple(b), canal_radius - rng.uniform(.5, 2), cord))
    core, shell = rng.uniform(60, 350), rng.uniform(350, 900)
    length, drop = rng.uniform(20, 36) * size, rng.uniform(0, 14)
    for i, b in enumerate(p.bodies):
        def at(x, y, z, b=b):
            return tuple(b.center + b.axes @ np.array([x, y, z]))
        thorax = max(0.0, min(1.0, (i - 4) / 4.0)) * (1 if i < 13 else max(0, (17 - i) / 4))
        back, w = b.depth + canal_radius * 1.9 + gap, b.width
        bone = dict(hu=core, shell_hu=shell * rng.uniform(.8, 1.2), shell_mm=rng.uniform(1.0, 2.2))
        tip_z = -drop * (1 - thorax) - 26 * size * thorax
        p.behind.append(Tube(at(0, back + 3, -5 - 4 * thorax), at(0, back + 3 + length * (1 - .35 * thorax), -7 + tip_z), rng.uniform(2.5, 4.5), **bone))
        if thorax < .5:
            p.behind.append(Ellipsoid(at(0, back + length * .6, -9 + tip_z * .6), (rng.uniform(2.5, 4.5), length * .5, rng.uniform(7, 11)), bone["hu"], bone["shell_hu"], bone["shell_mm"], float(np.arctan2(-b.axes[1, 2], b.axes[2, 2]))))
        for s in (-1, 1):
            p.behind.append(Tube(at(s * w * .55, b.depth * .85, b.posterior * .4), at(s * w * .55, back - 3, b.posterior * .3), 4.5 * size, **bone))
            p.behind.append(Tube(at(s * w * .55, back - 3, 1), at(s * 2, back + 4, -6), 3.5 * size, **bone))
            p.behind.append(Ellipsoid(at(s * w * .72, back - 4, -b.posterior - 3), (6, 6, 8), core + 100, shell, 1.5))
            p.behind.append(Tube(at(s * w * .8, back - 6, 2), at(s * (w * .8 + 22 * size), back, 3), 3.5, **bone))
    for k, s in enumerate(p.sacrum[:4]):
        c = s.center + s.axes[:, 1] * (s.depth + canal_radius * 1.7)
        p.behind.append(Ellipsoid(tuple(c), (5, 4.5, 10), core, shell, 1.3, float(np.arctan2(-s.axes[1, 2], s.axes[2, 2]))))
        for sd in (-1, 1):
            q = s.center + s.axes[:, 0] * sd * s.width * 1.6
            p.behind.append(Ellipsoid(tuple(q), (s.width * .9, s.depth * .8, s.anterior), core, shell, 1.5))


def _torso(p, rng, size):
    t = {}
    depth = rng.uniform(165, 330)
    zs = np.array([s.center[2] for s in p.sacrum][::-1] + [b.center[2] for b in p.bodies])
    yb = np.array([s.center[1] for s in p.sacrum][::-1] + [b.center[1] for b in p.bodies])
    xb = np.array([0.0] * len(p.sacrum) + [b.center[0] for b in p.bodies])
    back = rng.uniform(62, 95)
    smooth = np.polynomial.Polynomial.fit(zs, yb, 4)(zs)
    t["z"], t["spine"], t["x"] = zs, yb, xb
    t["back"] = np.maximum(smooth + back, yb + 52)
    belly = rng.uniform(-10, 40)
    t["front"] = np.median(t["back"]) - depth - belly * np.exp(-((zs - 40) / 90.0) ** 2) + np.interp(zs, [250, 430], [0, rng.uniform(0, 50)])
    t["half"] = rng.uniform(140, 205)
    t["fat_back"], t["fat_front"] = rng.uniform(3, 35), rng.uniform(3, 45)
    t["muscle"], t["viscera"] = rng.uniform(25, 65), rng.uniform(-115, 40)
    t["infiltration"] = rng.uniform(0, 60)
    t["diaphragm"] = float(p.bodies[int(rng.integers(5, 9))].center[2])
    t["lung"] = rng.uniform(-900, -700)
    t["mediastinum"] = rng.uniform(-110, 45)
    t["lung_mid"] = rng.uniform(5, 40)
    p.torso = t
    _organs(p, rng, size)
    _distractors(p, rng, size)


def _organs(p, rng, size):
    t = p.torso
    organs = []
    contrast = rng.random() < .5
    p.contrast = float(rng.uniform(90, 420)) if contrast else 0.0
    blood = p.contrast if contrast else rng.uniform(30, 55)

    def spine_at(z):
        return np.interp(z, t["z"], t["spine"]), np.interp(z, t["z"], t["front"]), np.interp(z, t["z"], t["x"])
    for _ in range(int(rng.integers(5, 16))):                       # organs, loops, nodes
        z = rng.uniform(-110, t["diaphragm"])
        s, f, _x = spine_at(z)
        y = rng.uniform(*sorted((f + 25, s - 35)))
        organs.append(Ellipsoid((rng.uniform(-50, 50), y, z), tuple(rng.uniform(12, 60, 3)), rng.uniform(0, 120) if rng.random() < .85 else rng.uniform(120, 400), tilt=rng.uniform(-1, 1), texture=rng.uniform(0, 15), soft_mm=1.5))
    for _ in range(int(rng.integers(0, 12))):                       # gas, with fluid levels left out
        z = rng.uniform(-110, t["diaphragm"] - 10)
        s, f, _x = spine_at(z)
        organs.append(Ellipsoid((rng.uniform(-45, 45), rng.uniform(*sorted((f + 20, s - 40))), z), tuple(rng.uniform(4, 25, 3)), rng.uniform(-950, -500), 40, 2, rng.uniform(-1, 1)))
    for sd in (-1, 1):                                               # kidneys, psoas
        z = p.bodies[4].center[2] + rng.uniform(-25, 25)
        s, f, sx = spine_at(z)
        organs.append(Ellipsoid((sx + sd * rng.uniform(50, 70), s + rng.uniform(-10, 20), z), (26, 28, 52), 30 + .4 * p.contrast, texture=10))
        a, b = p.bodies[5], p.bodies[0]
        organs.append(Tube(tuple(a.center + np.array([sd * (a.width + 8), a.depth * .5, 0])), tuple(b.center + np.array([sd * (b.width + 18), 0, 0])), rng.uniform(12, 22), rng.uniform(35, 60)))
    if rng.random() < .85:                                           # liver or stomach under the diaphragm
        s, f, _x = spine_at(t["diaphragm"])
        organs.append(Ellipsoid((rng.uniform(-60, 20), (s + f) / 2 - rng.uniform(0, 25), t["diaphragm"] - rng.uniform(20, 50)), (90, (s - f) * rng.uniform(.25, .42), rng.uniform(35, 75)), rng.uniform(40, 115), texture=8))
    z = t["diaphragm"] + rng.uniform(35, 75)
    s, f, _x = spine_at(z)
    if rng.random() < .9:                                            # heart: wall and chambers
        c = np.array([rng.uniform(-10, 30), f + (s - f) * rng.uniform(.42, .6), z])
        r = np.array([55, max(20, (s - f) * rng.uniform(.26, .4)), rng.uniform(35, 60)])
        organs.append(Ellipsoid(tuple(c), tuple(r), rng.uniform(35, 110), texture=10))
        for _ in range(3):
            organs.append(Ellipsoid(tuple(c + rng.uniform(-.4, .4, 3) * r), tuple(r * rng.uniform(.25, .6, 3)), blood * rng.uniform(.6, 1.4), tilt=rng.uniform(-1, 1), texture=10))
    zs = [b.center[2] for b in p.bodies if b.level in ("T4", "T6", "T8", "T10", "T12", "L2", "L4")]
    gap, left, radius = rng.uniform(0, 14), rng.uniform(-4, 22), rng.uniform(8, 15)
    if rng.random() < .06:
        radius = rng.uniform(15, 28)                                 # aneurysm
    points = []
    for z in zs:
        k = int(np.argmin([abs(b.center[2] - z) for b in p.bodies]))
        b = p.bodies[k]
        points.append(b.center - b.axes[:, 1] * (b.depth + radius * 1.15 + gap) + np.array([left + rng.uniform(-4, 4), 0, 0]))
    for a, b in zip(points[:-1], points[1:]):
        organs.append(Tube(tuple(a), tuple(b), radius * rng.uniform(.85, 1.1), blood, 45.0, 1.4, texture=6))
        if rng.random() < .4:
            for _ in range(int(rng.integers(1, 5))):
                q = a + (b - a) * rng.random() + np.array([0, rng.choice([-1, 1]) * radius, 0])
                organs.append(Ellipsoid(tuple(q), tuple(rng.uniform(1.2, 5, 3)), rng.uniform(300, 1100)))
    q = [v + np.array([-2 * left - 12, rng.uniform(0, 8), 0]) for v in points]
    for a, b in zip(q[:4], q[1:4]):
        organs.append(Tube(tuple(a), tuple(b), radius * rng.uniform(.8, 1.1), blood * rng.uniform(.4, 1.0)))
    top = p.bodies[15].center - np.array([rng.uniform(-6, 6), 32, 0])
    car = p.bodies[12].center - np.array([rng.uniform(-6, 6), rng.uniform(38, 55), 0])
    organs.append(Tube(tuple(top), tuple(car), rng.uniform(7, 10), -980, 60, 1.5))          # trachea
    organs.append(Tube(tuple(top + [0, 12, 0]), tuple(car + [0, 18, 0]), rng.uniform(4, 8), rng.choice([40, 40, -600])))
    p.behind = organs + p.behind


def _distractors(p, rng, size):
    t, out = p.torso, []

    def front(z):
        return float(np.interp(z, t["z"], t["front"]))
    core, shell = rng.uniform(0, 230), rng.uniform(300, 700)
    z = float(p.bodies[int(rng.integers(13, 16))].center[2])
    y = front(z) + t["fat_front"] + rng.uniform(4, 12)
    lean = rng.uniform(-.1, .45)
    segments = int(rng.integers(3, 7))
    for k in range(segments):                                        # sternum: segments that look like bodies
        h = (45 if k == 0 else rng.uniform(18, 32)) * size
        c = np.array([rng.uniform(-4, 4), y - lean * h / 2, z - h / 2])
        out.append(Ellipsoid(tuple(c), (16, rng.uniform(5, 9), h / 2), core, shell, rng.uniform(.8, 1.6), lean, power=4.0))
        y, z = y - lean * h, z - h - rng.uniform(0, 2.5)
    out.append(Tube((0, y, z), (0, y + rng.uniform(-5, 10), z - 30), 4, rng.uniform(70, 150)))
    if rng.random() < .12:                                           # sternal wires
        for k in range(6):
            out.append(Ellipsoid((rng.uniform(-6, 6), y + lean * 25 * k - rng.uniform(0, 6), z + 25 * k), (3, 1.2, 1.2), 2800))
    s2 = p.sacrum[1].center
    c = np.array([0, s2[1] - rng.uniform(80, 120) * size, s2[2] - rng.uniform(45, 85) * size])
    for sd in (-1, 1):                                               # pubic symphysis and rami, femoral heads, ilia
        out.append(Ellipsoid((sd * rng.uniform(6, 14), c[1], c[2]), (12, rng.uniform(7, 12), rng.uniform(16, 24)), rng.uniform(40, 250), shell, rng.uniform(1, 2.5), rng.uniform(.3, 1.0), power=2.6))
        out.append(Tube((sd * 14, c[1], c[2] + 8), (sd * 60, c[1] + 40, c[2] + 30), 8, core + 60, shell, 2))
        out.append(Ellipsoid((sd * 90, c[1] + 45, c[2] + 25), (24, 24, 24), 250, shell, 1.5))
        out.append(Tube((sd * 55, s2[1] - 5, s2[2] + 10), (sd * 110, s2[1] - 70, s2[2] + 45), 13, core + 40, shell, 2))
        out.append(Tube((sd * 55, s2[1] - 5, s2[2] + 10), (sd * 95, c[1] + 50, c[2] + 40), 14, core + 40, shell, 2))
    out.append(Ellipsoid((rng.uniform(-10, 10), c[1] + rng.uniform(20, 40), c[2] + rng.uniform(15, 50)), (35, rng.uniform(15, 35), rng.uniform(15, 35)), rng.uniform(0, 20) if rng.random() < .8 else rng.uniform(100, 500)))
    for i, b in enumerate(p.bodies[5:], 5):                          # ribs round the chest
        s, f = float(np.interp(b.center[2], t["z"], t["back"])), front(b.center[2] - 40)
        half, mid = t["half"] - 18, (s + f) / 2
        for sd in (-1, 1):
            prev = b.center + b.axes @ np.array([sd * b.width * 1.05, b.depth * .9, -b.posterior * .3])
            for k, (u, v) in enumerate(((.35, .75), (.8, .5), (.95, -.05), (.7, -.6), (.22, -.86))):
                if i < 7 and k > 2:
                    break
                q = np.array([sd * half * u, mid + (s - f) / 2 * v - 4, b.center[2] - 14 * (k + 1)])
                out.append(Tube(tuple(prev), tuple(q), rng.uniform(3.5, 5.5), core + 30 if k < 4 else 90, shell if k < 4 else None, 1.3 if k < 4 else 0))
                prev = q
    p.behind += out
    if rng.random() < .07:                                           # pedicle screws and rods
        p.metal = True
        first = int(rng.integers(0, 5))
        for b in p.bodies[first:first + int(rng.integers(2, 4))]:
            for sd in (-1, 1):
                p.front.append(Tube(tuple(b.center + b.axes @ np.array([sd * b.width * .6, b.depth + 22, 3])), tuple(b.center + b.axes @ np.array([sd * b.width * .35, -b.depth * .4, 3])), 3.0, 3000))
        lo, hi = p.bodies[first], p.bodies[min(first + 3, 16)]
        for sd in (-1, 1):
            p.front.append(Tube(tuple(lo.center + lo.axes @ np.array([sd * lo.width * .6, lo.depth + 26, 0])), tuple(hi.center + hi.axes @ np.array([sd * hi.width * .6, hi.depth + 26, 0])), 3.0, 3000))
    for _ in range(int(rng.integers(0, 4)) if rng.random() < .2 else 0):   # wires, clips, drains, stents
        z = rng.uniform(-80, 350)
        c = np.array([rng.uniform(-15, 15), rng.uniform(*sorted((front(z) + 15, float(np.interp(z, t["z"], t["spine"])) - 25))), z])
        p.front.append(Tube(tuple(c), tuple(c + rng.uniform(-25, 25, 3)), rng.uniform(.8, 2.5), rng.uniform(900, 3000)))
