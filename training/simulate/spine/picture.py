"""Training pictures: three neighbouring sagittal planes, 512 x 512 at 0.7 mm, as grey values 0..255, and their labels."""
import numpy as np

from . import acquisition, anatomy, plane

MM, SIZE, LOW, RANGE = 0.7, 512, -150.0, 1000.0


def grey(hu):
    return np.clip((hu - LOW) * (255.0 / RANGE), 0, 255)


def midline(patient, z):
    return float(np.interp(z, patient.torso["z"], patient.torso["x"]))


def view(rng, patient):
    """Middle of the picture and size of the field of view, mm: where the acquisition was aimed."""
    i = int(rng.choice([1, 2, 3, 5, 8, 11, 14], p=[.2, .22, .16, .18, .1, .08, .06]))
    z = patient.bodies[i].center[2] + rng.uniform(-25, 25)
    height = float(rng.choice([rng.uniform(90, 200), rng.uniform(200, 358), 358.4], p=[.2, .4, .4]))
    y_spine = float(np.interp(z, patient.torso["z"], patient.torso["spine"]))
    if rng.random() < .35:                                # small field round the spine
        width = rng.uniform(120, 240)
        y = y_spine + rng.uniform(-width * .3, width * .2)
    else:
        width = rng.uniform(240, 500)
        t = patient.torso
        y = float((np.interp(z, t["z"], t["front"]) + np.interp(z, t["z"], t["back"])) / 2) + rng.uniform(-25, 25)
    return y, z, width, height


def sample(rng):
    """A dictionary: image uint8 [3, 512, 512], masks, boxes, labels, densities (nan where it says nothing)."""
    patient = anatomy.build(rng)
    s = acquisition.scanner(rng)
    y, z, width, height = view(rng, patient)
    negative = rng.random() < .05
    x = midline(patient, z) + (rng.normal(0, 4) if not negative else rng.choice([-1, 1]) * rng.uniform(55, 100))
    gap = float(rng.uniform(1.0, 5.0))
    half = SIZE * MM / 2
    ys = y - half + (np.arange(SIZE) + .5) * MM
    zs = z + half - (np.arange(SIZE) + .5) * MM
    inside = (np.abs(ys - y) < width / 2)[None] & (np.abs(zs - z) < height / 2)[:, None]
    rows, cols = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    r, c = slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1)
    image, owner = np.zeros((3, SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.int16)
    table = rng.uniform(0, 25) if rng.random() < .7 else None
    for n, dx in enumerate((-gap, 0.0, gap)):
        hu, own = plane.draw(patient, x + dx, ys[c], zs[r])
        if table is not None:
            back = float(patient.torso["back"].max()) + table
            for at, v in ((back, 50), (back + 18, -100)):
                hu[:, np.abs(ys[c] - at) < 1.5] = v
        if patient.metal and rng.random() < .8:
            hu += (rng.normal(0, 1, (hu.shape[0], 1)) * rng.uniform(10, 120)).astype(np.float32) * (np.abs(zs[r] - patient.bodies[2].center[2]) < 60)[:, None]
        image[n, r, c] = grey(acquisition.see(hu, s, rng)) + rng.random((hu.shape[0], hu.shape[1]), dtype=np.float32) * .999
        if n == 1:
            owner[r, c] = own
    return dict(image=image, **labels(patient, owner), kind="negative" if negative else "spine")


def labels(patient, owner, smallest=120):
    """Instances on the middle plane. A body cut by the picture's edge below a quarter of its size is not asked for."""
    boxes, classes, densities, masks, names = [], [], [], [], []
    for i in [int(v) for v in np.unique(owner) if v > 0] + [-1]:
        m = owner == i if i > 0 else owner < 0
        n = int(m.sum())
        whole = 4 * (patient.bodies[i - 1].depth * patient.bodies[i - 1].anterior) / MM ** 2 if i > 0 else 900
        if n < max(smallest, whole * .3):
            continue
        rr, cc = np.flatnonzero(m.any(1)), np.flatnonzero(m.any(0))
        box = (cc[0], rr[0], cc[-1] + 1, rr[-1] + 1)
        if box[2] - box[0] < 8 or box[3] - box[1] < 6:
            continue
        boxes.append(box)
        classes.append(1 if i > 0 else 2)
        b = patient.bodies[i - 1] if i > 0 else None
        densities.append(b.bmd if b is not None and not b.cemented and n > .6 * whole else np.nan)
        names.append(b.level if b is not None else "S")
        masks.append(np.packbits(m[rr[0]:rr[-1] + 1, cc[0]:cc[-1] + 1], axis=1))
    return dict(boxes=np.array(boxes, np.float32).reshape(-1, 4), labels=np.array(classes, np.int64), densities=np.array(densities, np.float32), masks=masks, names=names)
