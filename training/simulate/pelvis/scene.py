"""One simulated film: draws a person, an operation, an exposure; keeps where everything lies."""
from dataclasses import dataclass, field

import numpy as np

from . import anatomy, film, prosthesis, tissue
from .surface import Cloud
from .view import View

LANDMARKS = ["cup.lateral", "cup.medial", "cup.contact", "teardrop.left", "teardrop.right", "ischium.left", "ischium.right",
             "symphysis.superior", "contralateral.centre"]
KINDS = {"unilateral": 0.60, "bilateral": 0.12, "none": 0.16, "hip": 0.06, "other": 0.06}


@dataclass
class Scene:
    """image 0..1 with bone bright, patient seen from the front; points: (name, side, column, row); markers: letters' boxes."""
    image: np.ndarray
    kind: str
    sides: list
    view: View
    points: list = field(default_factory=list)
    markers: list = field(default_factory=list)

    def landmarks(self):
        """Contract names -> (column, row), of what lies on the film; and the sides of cup and cup2."""
        rows, columns = self.image.shape
        found = {}
        cups = {"L": {}, "R": {}}
        heads = {}
        for name, side, c, r in self.points:
            if not (0 <= c <= columns and 0 <= r <= rows):
                continue
            if name.startswith("cup."):
                cups[side][name[4:]] = (c, r)
            elif name == "contralateral.centre":
                heads[side] = (c, r)
            else:
                found[name] = (c, r)
        sides = [s for s in ("L", "R") if s in self.sides]
        for prefix, side in zip(("cup", "cup2"), sides):
            for end, point in cups[side].items():
                found[prefix + "." + end] = point
        if len(sides) == 2:
            for name, side in (("contralateral.centre", "R"), ("contralateral2.centre", "L")):
                ends = cups[side]
                if "lateral" in ends and "medial" in ends:
                    found[name] = tuple((a + b) / 2 for a, b in zip(ends["lateral"], ends["medial"]))
        elif sides:
            other = "R" if sides[0] == "L" else "L"
            if other in heads:
                found["contralateral.centre"] = heads[other]
        return found, sides


def _rotation(tilt, turn, roll):
    a, b, c = np.radians([tilt, turn, roll])
    rx = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    ry = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return rz @ ry @ rx


def draw(rng, longest=512, pixel=None, kind=None, sides=None, calm=False):
    """A scene. `longest`: pixels of the film's longer side, or `pixel`: detector mm a pixel. calm: an everyday film."""
    kind = kind or str(rng.choice(list(KINDS), p=list(KINDS.values())))
    landscape = rng.random() < 0.8
    film_mm = np.array([rng.uniform(320, 365), rng.uniform(400, 435)] if not calm else [350.0, 428.0])
    if rng.random() < 0.15 and not calm:
        film_mm = np.full(2, rng.uniform(340, 430))
    rows_mm, columns_mm = film_mm if landscape or calm else film_mm[::-1]
    if kind == "hip":
        rows_mm, columns_mm = rng.uniform(220, 330), rng.uniform(180, 260)
    pixel = pixel or max(rows_mm, columns_mm) / longest
    distance, table = rng.uniform(1000, 1200), rng.uniform(90, 170)
    centre = np.array([rng.normal(0, 10), rng.normal(-15, 14)])
    if calm:
        centre *= [0.5, 0.5]
    if kind == "hip":
        centre = np.array([rng.choice([-1, 1]) * rng.uniform(80, 120), rng.normal(10, 15)])
    shift = rng.normal(0, 8, 2) * (0.3 if calm else 1)
    magnification = distance / (distance - table)
    corner = centre + shift - np.array([columns_mm, rows_mm]) / 2
    view = View(tuple(centre), distance, table, tuple(corner), pixel, (int(rows_mm / pixel), int(columns_mm / pixel)))
    if kind == "other":
        from . import other
        image, markers = other.draw(view, rng)
        return Scene(image, kind, [], view, [], markers)

    wild = 0.5 if calm else 1.0
    person = anatomy.shape(rng)
    turn = _rotation(rng.normal(0, 7) * wild, rng.normal(0, 3) * wild, rng.normal(0, 2.5) * wild)
    size = person["size"]

    def world(points, sign=1.0):
        return (np.asarray(points, float) * [sign, 1, 1]) @ turn.T * size

    def model(point, sign):
        return (np.asarray(point, float) / size) @ turn * [sign, 1, 1]

    if sides is None:
        if kind in ("unilateral", "hip"):
            sides = [str(rng.choice(["L", "R"]))]
            if kind == "hip":
                sides = (["L"] if centre[0] > 0 else ["R"]) if rng.random() < 0.8 else []
        else:
            sides = ["L", "R"] if kind == "bilateral" else []
    cloud_world, metal, plastic = [], np.zeros(view.size, np.float32), np.zeros(view.size, np.float32)
    sacral = Cloud(0.62 * pixel / magnification, rng)
    anatomy.sacrum(sacral, person, rng)
    clouds = [(sacral, lambda p: world(p))]
    points, drawings = [], []
    for side, sign in anatomy.SIDES.items():
        bone = anatomy.Side(person, side, rng)
        p = bone.p
        radius = rng.normal(24, 1.6)
        hip = bone.hip
        cup = None
        if side in sides:
            r = rng.uniform(20, 33) if rng.random() < 0.3 else np.clip(rng.normal(26.5, 2.2), 20, 33)
            displaced = hip + np.array([rng.normal(-2.5, 4), rng.normal(-2.5, 5.5), rng.normal(0, 3)])
            displaced[0] = max(displaced[0], p["tear_x"] + r * 0.72)
            inclination = np.clip(rng.normal(42, 8), 15, 65) if rng.random() < 0.75 else rng.uniform(15, 65)
            ante = np.clip(rng.normal(15, 8), 0, 35)
            cup = prosthesis.Cup(world(displaced, sign), r * size, prosthesis.axis(inclination, ante, sign), sign)
            alpha = np.clip(180 - rng.exponential(26), 95, 180) if rng.random() < 0.8 else rng.uniform(100, 180)
            edge = model(cup.edge(view, alpha), sign)
            socket = (displaced, r + 0.4)
            marks = cup.landmarks(view, alpha)
            points += [("cup." + end, side, *xy) for end, xy in marks.items()]
            roof = rng.uniform(0, 1.5)
            native = False
        else:
            arthritic = rng.random() < 0.35
            roof = rng.uniform(0, 4) if arthritic else rng.uniform(0, 1.2)
            edge_angle = np.radians(-rng.normal(58, 9))
            gap = rng.uniform(0.5, 2.5) if arthritic else rng.uniform(2.5, 5)
            socket = (hip, radius + gap)
            edge = hip[:2] + (radius + gap) * np.array([np.cos(edge_angle), np.sin(edge_angle)])
            native = True
            points.append(("contralateral.centre", side, *view.project(world(hip, sign))))
        pelvis = Cloud(0.62 * pixel / magnification, rng)
        bone.hip_bone(pelvis, socket, edge, roof)
        clouds.append((pelvis, lambda q, s=sign: world(q, s)))
        # the femur turns by itself
        femur = Cloud(0.62 * pixel / magnification, rng)
        hemi = native and rng.random() < 0.05
        fixed = native and rng.random() < 0.07
        at = hip if cup is None else displaced + [0, 0, 0]
        # joint axis in femur coordinates round its own head
        cut = rng.uniform(0.35, 0.75)
        _, knee, shaft = bone.femur(femur, at, radius, native, cut, rng.normal(4, 14), rng.uniform(0.85, 1.0) if native and arthritic else 1.0)
        head_world = world(at, sign)

        def leg(q, a=at, w=head_world, s=sign):
            return w + (np.asarray(q, float) - a) * [s, 1, 1] * size
        clouds.append((femur, leg))
        if cup is not None:
            wear = cup.centre + cup.axis * rng.uniform(-1, 1.5) + np.array([sign, -1, 0]) * max(0, rng.normal(0, 0.7))
            hemi_cup = rng.random() < 0.18
            plan = {"kind": "cemented" if hemi_cup else "cementless", "screws": int(rng.choice([0, 0, 1, 2, 3])), "stem": rng.random() < 0.97,
                    "head": min(float(rng.choice([11, 14, 16, 18])), cup.radius - 6.5)}
            stem_axis = [head_world, leg(knee), leg(shaft), wear]
            stem_axis[1:3] = [stem_axis[1], stem_axis[2]]
            drawings.append((cup, stem_axis, plan))
        elif fixed:
            from . import solid
            if rng.random() < 0.5:
                path = leg(np.stack([shaft[0] + [10, -34, 0], shaft[0], shaft[1], shaft[2]]))
                solid.rod(metal, view, path, [6, 6, 5, 4.5], 0.7)
            else:
                solid.rod(metal, view, leg(np.stack([shaft[0] + [16, -6, 0], shaft[1] + [16, 0, 0], shaft[2] + [15, -20, 0]])), 4, 0.7, 0.5)
            solid.rod(metal, view, leg(np.stack([shaft[0] + [16, 6, 0], at + [8, 6, 0]])), [4.5, 4.5], 0.6)
        for name, point in (("teardrop", bone.tear), ("ischium", None)):
            word = {"L": "left", "R": "right"}[side]
            if point is not None:
                points.append((name + "." + word, side, *view.project(world(point, sign))))
        bone_word = word
        # lowest projected point of the ischium's end, from the cloud itself
        cloud_points = np.concatenate([q for q, _ in pelvis.sharp[-6:-3]])
        near = cloud_points[(np.abs(cloud_points[:, 0] - bone.low[0]) < 30) & (cloud_points[:, 1] > bone.low[1] - 25)]
        flat = view.project(world(near, sign))
        edge_row = flat[:, 1].max()
        lowest = flat[flat[:, 1] > edge_row - 1.2 / pixel]
        points.append(("ischium." + bone_word, side, float(np.median(lowest[:, 0])), float(edge_row)))
    sym = view.project(world([0.0, (person["sym_y"]) + 0.0, person["sym_z"]]))
    points.append(("symphysis.superior", None, *sym))
    sharp = view.drop((transform(q), m) for cloud, transform in clouds for q, m in cloud.sharp)
    spongy = view.drop((transform(q), m) for cloud, transform in clouds for q, m in cloud.soft)
    for cup, stem_axis, plan in drawings:
        prosthesis.draw(metal, plastic, view, cup, stem_axis, rng, plan)
    if rng.random() < 0.04:
        from . import solid
        path = world(np.stack([[-70, -20, 40], [-20, person["sym_y"] - 2, 66], [20, person["sym_y"] - 2, 66], [70, -20, 40]]))
        solid.rod(metal, view, path, 4, 0.4, 0.5)
    soft = tissue.body(view, size, rng)
    log = film.expose(soft, sharp, spongy, metal, plastic, pixel, rng)
    image = film.process(log, pixel, rng)
    image, markers = film.finish(image, pixel, rng)
    return Scene(image, kind, sides, view, [(n, s, float(c), float(r)) for n, s, c, r in points], markers)
