"""The bony pelvis: one side's control points (a left side; the right one is its mirror image) and the sacrum.

Origin: the middle between the hip centres. Millimetres of an adult of `size` 1.
"""
import numpy as np

SIDES = {"L": 1.0, "R": -1.0}


def shape(rng):
    """One person's proportions, which both sides share."""
    female = rng.random() < 0.5
    return {
        "size": rng.normal(0.98 if female else 1.05, 0.05), "female": female,
        "half": rng.normal(88, 4), "tear_x": rng.normal(60.5 if female else 58, 3), "tear_y": rng.normal(17, 2.5),
        "sym_y": rng.normal(22, 4), "sym_z": rng.normal(58, 5), "ischium_x": rng.normal(68 if female else 61, 4),
        "ischium_y": rng.normal(70, 5), "crest_y": rng.normal(-130, 8), "crest_x": rng.normal(132, 7), "flare": rng.normal(0, 8),
        "brim": rng.normal(64 if female else 60, 3), "angle": rng.normal(22, 5), "shaft": rng.normal(14, 1.3), "cortex": rng.uniform(2.6, 5.5),
        "bone": rng.uniform(0.6, 1.5), "cortical": rng.uniform(0.5, 1.3)}


class Side:
    """Draws one hip bone; `world` maps model coordinates of this side to space."""

    def __init__(self, person, side, rng):
        self.p = {key: value + rng.normal(0, 0.8) if isinstance(value, float) and key not in ("size", "bone", "cortical", "cortex") else value
                  for key, value in person.items()}
        self.side, self.rng = side, rng
        p = self.p
        self.hip = np.array([p["half"], 0.0, 0.0])
        self.tear = np.array([p["tear_x"], p["tear_y"], rng.normal(14, 3)])
        self.low = np.array([p["ischium_x"], p["ischium_y"], rng.normal(-22, 5)])
        self.tubercle = np.array([24.0, p["sym_y"] - 3 + rng.normal(0, 1.5), p["sym_z"] + 4])

    def hip_bone(self, cloud, socket, edge, roof):
        """socket: (centre, radius) of the acetabulum in model coordinates; edge: where the bony roof ends laterally;
        roof: extra mm of sclerosis."""
        p, c, rng = self.p, self.p["cortical"], self.rng
        centre, radius = socket
        tear, low, x = self.tear, self.low, p["flare"]
        brim = np.array([[34 + p["brim"] * 0.2, -82, -52], [p["brim"] - 2, -58, -36], [p["brim"], -34, -8], [p["brim"] - 3, -8, 18],
                         [p["brim"] - 14, p["sym_y"] - 10, 42], self.tubercle])
        sacral = np.array([42, -104, -62.0])
        crest = np.array([[38, -88, -86], [50, p["crest_y"] + 22, -80], [82, p["crest_y"] - 6, -44], [p["crest_x"] - 6, p["crest_y"] + 14, 4],
                          [p["crest_x"], p["crest_y"] + 40, 44], [122 + x, -76, 68]])
        asis = crest[-1]
        aiis = np.array([104 + 0.3 * x, -38, 46.0])
        edge3 = np.array([edge[0], edge[1], centre[2] + 2])
        notch = (edge3 + aiis) / 2 + [5 + rng.normal(0, 2), -8, 0]
        side = np.array([asis, [114 + 0.6 * x, -58, 56], aiis + [3, -5, 0], aiis, notch, edge3 + [1.0, -3.0, 0]])
        # iliac wing: from the brim and the sacral joint up to the crest
        base = np.array([sacral, [44, -86, -52], brim[1], brim[2] + [14, -12, 0], [92, -44, 22], aiis + [2, -14, 2]])
        middle = (base + crest) / 2 + [-6, 0, -8]
        cloud.sheet(np.stack([base, (base + middle) / 2 + [-3, 0, -4], middle, (crest + middle) / 2 + [1, 0, -3], crest]),
                    0.9 * c, 0.16 * p["bone"], rng.uniform(4, 8))
        cloud.tube(crest, [4.5, 5, 5.5, 6.5, 6, 5], 1.1 * c, 0.22 * p["bone"])
        cloud.tube(side, [4.5, 4, 4.5, 5, 4, 3], 1.0 * c, 0.2 * p["bone"])
        # body of the ilium between sacral joint, brim and socket
        cloud.tube([[44, -92, -58], [60, -62, -30], [76, -42, -4], centre + [-6, -radius - 12, 4]], [13, 12, 15, 17], 0.9 * c, 0.2 * p["bone"], 0.8)
        cloud.tube(brim, [3.5, 4, 4.5, 4.5, 4, 4], 1.3 * c, 0.2 * p["bone"])
        # quadrilateral plate: from the brim down to the ischial spine, almost edge on
        plate = np.array([[brim[1] + [0, 4, 0], brim[2], brim[3]],
                          [[p["brim"] - 3, -30, -38], [p["brim"] - 1.5, -14, -14], [tear[0] - 3.5, 0, 12]],
                          [[p["brim"] - 10 + rng.normal(0, 3), 2, -42], [p["brim"] - 3, 18, -22], [tear[0] - 2, tear[1] - 4, 10]],
                          [[p["brim"] - 2, 22, -36], [low[0] - 6, 36, -22], [low[0] - 8, 42, -10]]])
        cloud.sheet(plate, 1.3 * c)
        # teardrop: an U of cortex extruded along the rays
        width, depth = rng.uniform(4, 8), rng.uniform(9, 18)
        lift = centre[1] - tear[1]
        limbs = np.array([[tear[0] - width / 2 - 1.5, tear[1] + lift * 0.9 - 4], [tear[0] - width / 2 - 0.5, tear[1] - 11], [tear[0] - width / 2 + 0.8, tear[1] - 3.5],
                          [tear[0], tear[1]], [tear[0] + width / 2 - 0.8, tear[1] - 3.5], [tear[0] + width / 2 + 0.2, tear[1] - 11],
                          [centre[0] - radius * 0.88, centre[1] + 4]])
        sheet = np.stack([np.column_stack([limbs, np.full(7, tear[2] + z)]) for z in (-depth / 2, 0.0, depth / 2)])
        cloud.sheet(sheet, 1.5 * c)
        # socket: subchondral plate, open to the front-side; roof thicker
        cloud.ball(centre, radius + 1.5, 1.0 * c, 0, cap=((-0.72, -0.62, -0.30), 0.12))
        a0 = np.arctan2(edge[1] - centre[1], edge[0] - centre[0])
        arc = np.linspace(a0, np.radians(-155), 7)
        spread = radius + 2.2
        for z in (-8, 2, 12):
            r = np.sqrt(max(spread**2 - z * z, 1))
            cloud.tube(np.column_stack([centre[0] + r * np.cos(arc), centre[1] + r * np.sin(arc), np.full(7, centre[2] + z)]),
                       1.6 + roof * np.array([0.5, 1, 1, .6, .3, .1, 0]), 0.8 * c, 0.8)
        # front and back walls
        wall = [edge3, centre + [radius * 0.55, -radius * 0.3, 14], centre + [radius * 0.15, radius * 0.5, 16], tear + [6, 2, 2]]
        cloud.tube(wall, 2.2, 0.7 * c, 0.2)
        back = [edge3 + [0, 0, -8], centre + [radius * 0.85, 0, -14], centre + [radius * 0.6, radius * 0.8, -18], centre + [2, radius + 14, -22]]
        cloud.tube(back, 2.5, 0.8 * c, 0.25)
        # ischium
        cloud.tube([centre + [-2, radius * 0.7, -16], [low[0] + 15, 30, -26], [low[0] + 8, low[1] - 16, low[2]], low + [1, -11, 0]],
                   [17, 14, 14, 11], 1.1 * c, 0.24 * p["bone"], 0.8)
        # rami
        body = np.array([9.0, p["sym_y"] + 8, p["sym_z"]])
        end = np.array([8.0, p["sym_y"] + 26 + rng.normal(0, 2), p["sym_z"] - 8])
        cloud.tube([centre + [-radius * 0.7, radius * 0.35, 18], tear + [-4, -3, 16], [36, p["sym_y"] + 3, 48], [19, p["sym_y"] + 7, p["sym_z"]]],
                   [10, 8.5, 7, 7.5], 1.1 * c, 0.2 * p["bone"], 0.8)
        cloud.tube([body, [end[0] + 10, end[1] + 12, 38], [low[0] - 26, low[1] - 8, 10], low + [-7, -5, 6]], [7, 6, 6, 8], 1.1 * c, 0.2 * p["bone"], 0.8)
        sym = [[7.2, p["sym_y"] + 6.2, p["sym_z"]], [7.4, p["sym_y"] + 16, p["sym_z"] - 2], [7.0, end[1] + 6, end[2]]]
        cloud.tube(sym, [6.2, 6.0, 4.8], 1.1 * c, 0.22 * p["bone"], 0.9)
        cloud.tube([body, self.tubercle], [6, 3.5], 0.9 * c, 0.2)

    def femur(self, cloud, hip, radius, native, cut, turn, flat=1.0):
        """Native: head and neck are drawn; otherwise the neck is cut. turn: rotation outwards in degrees. Returns the axis."""
        p, c, rng = self.p, self.p["cortical"], self.rng
        angle = np.radians(40 + rng.normal(0, 4))
        reach, swing = rng.normal(44, 4), np.radians(turn)
        out = np.array([np.cos(swing), 0, -np.sin(swing)])
        knee = hip + reach * out + np.array([0, reach * np.tan(angle), 0])
        great = knee + [11 * out[0], -rng.uniform(26, 38), -8]
        small = knee + [-18, rng.uniform(18, 26), -14 - 8 * np.sin(swing)]
        lean = rng.normal(-0.07, 0.03)
        shaft = np.array([knee + [2, 4, 0], knee + [1, 40, 0], knee + [lean * 110, 110, 2], knee + [lean * 240, 240, 4]])
        cloud.tube(shaft, [p["shaft"] + 6, p["shaft"] + 1.5, p["shaft"], p["shaft"]], p["cortex"] * 0.75 * c, 0.1)
        cloud.tube([knee + [-4, 2, 0], knee + [6, -12, -4], great], [p["shaft"] + 2, 14, 7], 0.8 * c, 0.16 * p["bone"])
        cloud.ball(great, (8, 11, 12), 0.9 * c, 0.15 * p["bone"])
        cloud.ball(small, (9, 10, 9), 1.0 * c, 0.14 * p["bone"])
        if native:
            cloud.ball(hip, (radius, radius * flat, radius), 1.0 * c, 0.26 * p["bone"])
            cloud.tube([hip + 0.35 * (knee - hip), hip + 0.62 * (knee - hip), knee + [-3, 2, 0]], [radius * 0.8, radius * 0.66, radius * 0.9], 1.1 * c, 0.2 * p["bone"])
        elif cut < 1:
            cloud.tube([hip + cut * (knee - hip), knee], [radius * 0.68, radius * 0.85], 1.0 * c, 0.16 * p["bone"])
        return hip, knee, shaft


def sacrum(cloud, person, rng):
    """Sacrum, coccyx and the lowest lumbar vertebrae."""
    c, b = person["cortical"], person["bone"]
    tilt = rng.normal(0, 6)
    rows = np.array([[-112, -22, 54], [-88, -48, 48], [-62, -66, 36], [-36, -76, 24], [-14 + tilt, -76, 13]], float)
    grid = np.stack([np.column_stack([np.linspace(-w, w, 5), np.full(5, y) + np.array([8, 0, 0, 0, 8]) * (w > 30), z - np.array([14, 4, 0, 4, 14]) * w / 54]) for y, z, w in rows])
    cloud.sheet(grid, 1.1 * c, 0.1 * b, rng.uniform(14, 24))
    for sign in (-1, 1):
        for y, z, w in rows[:4]:
            ring = np.linspace(0, 2 * np.pi, 9)
            x = sign * (w * 0.36 + 4)
            cloud.tube(np.column_stack([x + 6 * np.cos(ring), y + 16 + 4.5 * np.sin(ring), np.full(9, z)]), 1.2, 0.9 * c, 0.2)
        cloud.sheet([[[sign * 48, -108, -40], [sign * 50, -104, -70]], [[sign * 44, -80, -46], [sign * 46, -80, -78]], [[sign * 30, -44, -60], [sign * 34, -46, -80]]], 1.6 * c)
    cloud.tube([[0, -14 + tilt, -74], [rng.normal(0, 2), 0 + tilt, -70], [rng.normal(0, 4), 14 + tilt, -60]], [8, 6, 4], 1.0 * c, 0.2 * b)
    y, z = -132.0, -14.0
    for _ in range(3):
        tube = np.array([[0, y + 13, z], [0, y, z + 1], [0, y - 13, z + 2]])
        cloud.tube(tube, [26, 23.5, 26], 0.9 * c, 0.18 * b, 0.7)
        for end in (tube[0], tube[2]):
            ring = np.linspace(-25, 25, 5)
            cloud.tube(np.column_stack([ring, np.full(5, end[1]), np.full(5, end[2])]), 1.6, 0.9 * c, 0.3, 8.0)
        for sign in (-1, 1):
            cloud.tube([[sign * 18, y - 4, z - 30], [sign * 42, y - 8, z - 34]], [6, 4.5], 1.0 * c, 0.2)
            cloud.ball([sign * 15, y - 6, z - 30], (4.5, 7, 8), 1.2 * c, 0.2)
        cloud.tube([[0, y - 4, z - 40], [0, y + 12, z - 52]], [5, 5], 1.0 * c, 0.2)
        y, z = y - 36, z + 5
