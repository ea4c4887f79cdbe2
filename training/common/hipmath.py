"""Radiological parameters of a hip from its landmarks (points are (column, row) pixels, rows run to the feet)."""
import math

RANGES = {"CUP-INCL": (30.0, 50.0), "CUP-COVER": (70.0, None), "HRC-VOFF": (-6.0, 6.0), "HRC-HOFF": (-5.0, 5.0)}
UNITS = {"CUP-INCL": "deg", "CUP-COVER": "%", "HRC-VOFF": "mm", "HRC-HOFF": "mm"}


def _vector(start, end):
    return end[0] - start[0], end[1] - start[1]


def _middle(first, second):
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2


def inclination(lateral, medial, ischium_right, ischium_left):
    """Acute angle between the cup's diameter and the line of the ischial bottoms, degrees."""
    a, c = _vector(lateral, medial), _vector(ischium_right, ischium_left)
    cross, dot = a[0] * c[1] - a[1] * c[0], a[0] * c[0] + a[1] * c[1]
    return math.degrees(math.atan2(abs(cross), abs(dot)))


def coverage(lateral, medial, contact):
    """alpha / 180 in percent: alpha runs at the middle of the diameter from the medial end over the dome to the contact."""
    centre = _middle(lateral, medial)
    m, k = _vector(centre, medial), _vector(centre, contact)
    dome = (m[1], -m[0])
    if dome[1] > 0 or (dome[1] == 0 and dome[0] * m[0] < 0):
        dome = (-dome[0], -dome[1])
    along, over = m[0] * k[0] + m[1] * k[1], dome[0] * k[0] + dome[1] * k[1]
    if over < 0:
        return 0.0 if along > 0 else 100.0
    return math.degrees(math.atan2(over, along)) / 1.8


def offset_frame(teardrop_right, teardrop_left, symphysis):
    """Functions giving (towards the patient's left from the midline, superior of the teardrop line) of a point."""
    d = _vector(teardrop_right, teardrop_left)
    length = math.hypot(*d)
    along, up = (d[0] / length, d[1] / length), (d[1] / length, -d[0] / length)
    if d[0] < 0:
        up = (-up[0], -up[1])

    def place(point):
        s, t = _vector(symphysis, point), _vector(teardrop_right, point)
        return s[0] * along[0] + s[1] * along[1], t[0] * up[0] + t[1] * up[1]
    return place


def measure(landmarks, sides, spacing):
    """Measurements of a film.

    landmarks: name -> (column, row) pixels, as the contract names them; absent ones are left out.
    sides: the sides of `cup.*` and `cup2.*`, e.g. ["L"] or ["L", "R"]. spacing: (mm a column, mm a row) or None.
    """
    scale = spacing or (1.0, 1.0)
    points = {name: (p[0] * scale[0], p[1] * scale[1]) for name, p in landmarks.items()}
    out = []

    def add(code, value, side):
        low, high = RANGES[code]
        if value is None:
            normality = "NotAssessed"
        elif side is None:
            normality = "NotAssessed"
        else:
            normality = "Below" if low is not None and value < low else "Above" if high is not None and value > high else "Within"
        out.append({"code": code, "value": value, "unit": UNITS[code], "side": side, "level": None, "range": [low, high],
                    "rangeSource": "default", "normality": normality, "reason": None if value is not None else "NO_SPACING"})

    def has(*names):
        return all(name in points for name in names)

    centres = {}
    for prefix, side in zip(("cup", "cup2"), sides):
        lateral, medial, contact = (prefix + end for end in (".lateral", ".medial", ".contact"))
        if has(lateral, medial):
            centres[side] = _middle(points[lateral], points[medial])
            if has("ischium.left", "ischium.right"):
                add("CUP-INCL", inclination(points[lateral], points[medial], points["ischium.right"], points["ischium.left"]), side)
            if has(contact):
                add("CUP-COVER", coverage(points[lateral], points[medial], points[contact]), side)
    if not has("teardrop.left", "teardrop.right", "symphysis.superior"):
        return out
    place = offset_frame(points["teardrop.right"], points["teardrop.left"], points["symphysis.superior"])
    bilateral = len(sides) == 2
    side = sides[0] if sides else None
    other = centres.get("R") if bilateral else points.get("contralateral.centre")
    if side in centres and other is not None:
        sign = 1 if side == "L" else -1
        x1, y1 = place(centres[side])
        x0, y0 = place(other)
        label = None if bilateral else side
        add("HRC-VOFF", y1 - y0 if spacing else None, label)
        add("HRC-HOFF", sign * x1 + sign * x0 if spacing else None, label)
    return out
