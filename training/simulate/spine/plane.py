"""Draws one sagittal plane of a patient: attenuation at 120 kVp and which body owns a pixel."""
import numpy as np

from . import texture


def _window(center, reach, x, ys, zs, margin=1.5):
    """Slices of the grid that a primitive can touch, or None. `ys` ascends, `zs` descends."""
    if abs(x - center[0]) > reach[0] + margin:
        return None
    j0, j1 = np.searchsorted(ys, (center[1] - reach[1] - margin, center[1] + reach[1] + margin))
    k0, k1 = np.searchsorted(-zs, (-center[2] - reach[2] - margin, -center[2] + reach[2] + margin))
    return (slice(k0, k1), slice(j0, j1)) if j1 > j0 and k1 > k0 else None


def _blend(hu, window, alpha, value):
    part = hu[window]
    part += alpha * (value - part)


def _primitive(hu, q, x, ys, zs, patient):
    w = _window(q.center, q.reach(), x, ys, zs)
    if w is None:
        return
    y, z = ys[w[1]], zs[w[0]]
    d = q.inside(x, y[None], z[:, None])
    value = q.hu
    if q.texture:
        value = value + q.texture * texture.sample("coarse", x, y, z, offset=patient.offset)
    if q.shell_hu is not None:
        inner = np.clip((d - q.shell_mm) / q.soft_mm + .5, 0, 1)
        if q.hu > 0:
            value = value + .35 * q.hu * texture.sample("fine", x, y, z, offset=patient.offset)
        value = q.shell_hu + inner * (value - q.shell_hu)
    _blend(hu, w, np.clip(d / q.soft_mm + .5, 0, 1), value)


def _body(hu, owner, index, b, x, ys, zs, patient):
    r = b.radius + 4
    w = _window(b.center, (r, r, r), x, ys, zs)
    if w is None:
        return
    y, z = ys[w[1]], zs[w[0]]
    lx, ly, lz = b.local(x, y[None], z[:, None])
    wall, plate = b.distance(lx, ly, lz)
    d = np.minimum(wall, plate)
    inside = b.trabecular + patient.texture * texture.sample("fine", x, y, z, offset=patient.offset)
    upper, lower, thick_up, thick_low = b.sclerosis
    if upper:
        inside += upper * np.exp(-np.maximum(plate - b.plate_mm, 0) / thick_up) * (lz > 0)
    if lower:
        inside += lower * np.exp(-np.maximum(plate - b.plate_mm, 0) / thick_low) * (lz < 0)
    grown = []
    for kind, c, radii, value in b.marks:
        rho = np.sqrt(((lx - c[0]) / radii[0]) ** 2 + ((ly - c[1]) / radii[1]) ** 2 + ((lz - c[2]) / radii[2]) ** 2)
        a = np.clip((1 - rho) * min(radii[1], radii[2]) / .7 + .5, 0, 1)
        if kind == "schmorl":
            grown.append((a, value, True))
            inside += 250 * np.clip(1.5 - np.abs((rho - 1) * min(radii[1], radii[2]) - 1), 0, 1)
        elif kind == "osteophyte":
            grown.append((a, value, False))
        else:
            inside += a * (value - inside)
    value = inside
    cortex = np.clip((b.cortex_mm - wall) / .7 + .5, 0, 1)
    value = value + cortex * np.maximum(b.cortex - value, 0)
    cover = np.clip((b.plate_mm - plate) / .7 + .5, 0, 1)
    value = value + cover * np.maximum(b.plate - value, 0)
    alpha = np.clip(d / .7 + .5, 0, 1)
    for a, v, hole in grown:
        if not hole:
            _blend(hu, w, a, v)
    _blend(hu, w, alpha, value)
    mask = d > 0
    for a, v, hole in grown:
        if hole:
            _blend(hu, w, a * alpha, v)
            mask &= a < .5
    part = owner[w]
    part[mask] = index


def draw(patient, x, ys, zs):
    """HU (float32) and owner (int16: 0 none, i + 1 body i, -1-k sacral body k), rows along `zs` (descending)."""
    t = patient.torso
    shape = (len(zs), len(ys))
    back, front = np.interp(zs, t["z"], t["back"])[:, None], np.interp(zs, t["z"], t["front"])[:, None]
    round_ = np.sqrt(max(0.0, 1 - (x / t["half"]) ** 2))
    mid, half = (back + front) / 2, (back - front) / 2 * round_
    y = ys[None]
    d_front, d_back = y - (mid - half), (mid + half) - y
    skin = np.minimum(d_front, d_back)
    hu = np.full(shape, -1000, np.float32)
    if round_ > 0:
        hu += np.clip(skin / .7 + .5, 0, 1) * 990
        fat = np.minimum(d_front - 1.8, d_back - 1.8)
        hu += np.clip(fat / .7 + .5, 0, 1) * (-100 - hu)
        inner = np.minimum(d_front - t["fat_front"], d_back - t["fat_back"])
        streak = texture.sample("streak", x, ys, zs, offset=patient.offset)
        muscle = 52 - t["infiltration"] * np.maximum(streak, 0)
        hu += np.clip(inner / 1.0 + .5, 0, 1) * (muscle - hu)
        spine = np.interp(zs, t["z"], t["spine"])[:, None]
        cavity = np.minimum(d_front - t["fat_front"] - 9, spine + 6 - y)
        fill = np.full((len(zs), 1), t["viscera"])
        coarse = texture.sample("coarse", x, ys, zs, offset=patient.offset)
        hu += np.clip(cavity / 1.0 + .5, 0, 1) * (fill + 12 * coarse - hu)
        chest = (zs > t["diaphragm"] - 10)
        if chest.any():
            rise = t["diaphragm"] + 12 * np.sin((ys - ys.mean()) / 60.0)[None] - zs[:, None]
            lung = np.minimum(cavity - 4 + 6 * coarse, -rise)
            if abs(x) < t["lung_mid"]:
                lung = np.minimum(lung, 14 * coarse - 4 + np.abs(x))
                hu += np.clip(np.minimum(cavity, -rise) + .5, 0, 1) * (t["mediastinum"] + 20 * coarse - hu)
            vessels = 550 * np.maximum(texture.sample("streak", x, ys, zs, 1.4, offset=patient.offset) - 1.6, 0)
            hu += np.clip(lung + .5, 0, 1) * (t["lung"] + vessels - hu)
    owner = np.zeros(shape, np.int16)
    for q in patient.behind:
        _primitive(hu, q, x, ys, zs, patient)
    for k, s in enumerate(patient.sacrum):
        _body(hu, owner, -1 - k, s, x, ys, zs, patient)
    for i, b in enumerate(patient.bodies):
        _body(hu, owner, i + 1, b, x, ys, zs, patient)
    for q in patient.front:
        _primitive(hu, q, x, ys, zs, patient)
    return hu, owner
