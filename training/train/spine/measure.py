"""Measures a checkpoint on simulated DICOM studies: `python3 -m train.spine.measure CHECKPOINT DIR [--json FILE]`.

Planes: for a sagittal series the middle slice and its neighbours, for an axial one the truth's plane and those 3 mm beside it, so the node's
own choice of a plane is not part of these numbers. Pre-processing is common/spineprep.py's.
"""
import glob
import json
import os
import sys

import numpy as np
import pydicom
import torch

from common import spineprep
from export.spine import command

NAMED = ["L5", "L4", "L3", "L2", "L1", "T12", "T11"]


def planes_of(case):
    """Three planes [row down, column back], their spacing, top left corner (y, z) in mm, KVP and the truth."""
    truth = json.load(open(os.path.join(case, "truth.json")))
    files = [pydicom.dcmread(f) for f in glob.glob(os.path.join(case, "*.dcm"))]
    o = [float(v) for v in files[0].ImageOrientationPatient]
    normal = np.cross(o[:3], o[3:])
    files.sort(key=lambda d: float(np.dot(normal, [float(v) for v in d.ImagePositionPatient])))
    v = np.stack([d.pixel_array.astype(np.float32) * float(d.RescaleSlope) + float(d.RescaleIntercept) for d in files])
    px, kvp = float(files[0].PixelSpacing[0]), float(files[0].KVP)
    first = [float(q) for q in files[0].ImagePositionPatient]
    if abs(o[1]) > .5:                                     # sagittal; the normal points to the right
        files_x = [float(d.ImagePositionPatient[0]) for d in files]
        order = np.argsort(files_x)
        k = len(v) // 2
        middle = [d.SOPInstanceUID for d in files]
        wanted = next((t["polygonPixels"]["sopInstanceUid"] for t in truth["vertebrae"]), None)
        at = list(order).index(middle.index(wanted)) if wanted in middle else k
        picks = [v[order[at + d]] for d in (-1, 0, 1)]
        return picks, px, px, (first[1] - px / 2, first[2] + px / 2), kvp, truth
    dz = (float(files[-1].ImagePositionPatient[2]) - first[2]) / (len(files) - 1)
    x = truth["vertebrae"][0]["polygonPatientMm"][0][0] if truth["vertebrae"] else first[0] + px * v.shape[2] / 2
    tangent = o[5]
    picks = []
    for d in (-3.0, 0.0, 3.0):
        q = (x + d - first[0]) / px
        i = int(np.clip(np.floor(q), 0, v.shape[2] - 2))
        a = v[:, :, i] * (1 - (q - i)) + v[:, :, i + 1] * (q - i)       # slices, rows
        if abs(tangent) > 1e-3:                             # gantry tilt: bring rows of one height together
            shift = np.arange(v.shape[1]) * px * tangent / dz
            shift -= shift.mean()
            b = np.full_like(a, -1000)
            k = np.arange(a.shape[0])
            for r in range(a.shape[1]):
                b[:, r] = np.interp(k - shift[r], k, a[:, r], -1000, -1000)
            a = b
        picks.append(a[::-1])
    centre = np.mean([0, v.shape[1] - 1]) * px * tangent
    return picks, dz, px * abs(o[4]), (first[1] - px * abs(o[4]) / 2, float(files[-1].ImagePositionPatient[2]) + dz / 2 + centre), kvp, truth


def predict(graph, picks, dy, dx, kvp, pre, p):
    image, shift = spineprep.prepare(picks, dy, dx, kvp, pre)
    with torch.no_grad():
        boxes, scores, labels, masks, density = [t.numpy() for t in graph(torch.tensor(image))]
    out = []
    for b, s, l, m, d in zip(boxes, scores, labels, masks, density):
        if s >= p[int(l) - 1]:
            out.append(dict(box=b, score=float(s), label=int(l), mask=paste(b, m), density=float(d)))
    return image, shift, out


def paste(box, mask, size=512):
    """Network pixels inside the box's mask; bilinear, half-pixel centres."""
    x1, y1, x2, y2 = box
    full = np.zeros((size, size), bool)
    c = np.arange(max(0, int(x1)), min(size, int(np.ceil(x2))))
    r = np.arange(max(0, int(y1)), min(size, int(np.ceil(y2))))
    if len(c) and len(r):
        from scipy.ndimage import map_coordinates
        mx = (c + .5 - x1) / max(x2 - x1, 1e-3) * 56 - .5
        my = (r + .5 - y1) / max(y2 - y1, 1e-3) * 56 - .5
        full[r[0]:r[-1] + 1, c[0]:c[-1] + 1] = map_coordinates(mask, np.meshgrid(my, mx, indexing="ij"), order=1, mode="nearest") > .5
    return full


def polygon(points, size=512):
    from PIL import Image, ImageDraw
    im = Image.new("1", (size, size))
    ImageDraw.Draw(im).polygon([(float(c) - .5, float(r) - .5) for c, r in points], fill=1)
    return np.array(im)


def main(argv):
    torch.set_num_threads(2)
    graph, state = command.load(argv[0])
    pre = command.manifest("", "", 0, state, {})["preprocessing"]
    p = (.5, .5)
    dice, error, hits, false, missed, levels_right, levels_all, pairs = [], [], 0, 0, 0, 0, 0, []
    for case in sorted(glob.glob(os.path.join(argv[1], "*/"))):
        picks, dy, dx, corner, kvp, truth = planes_of(case)
        _, shift, found = predict(graph, picks, dy, dx, kvp, pre, p)
        bodies = [f for f in found if f["label"] == 1]
        sacrum = max((f for f in found if f["label"] == 2), key=lambda f: f["score"], default=None)
        bodies.sort(key=lambda f: -(f["box"][1] + f["box"][3]))
        used = set()
        for t in truth["vertebrae"]:
            if "polygonPixels" in t:
                pts = [(c * dx / .7 + shift[0], r * dy / .7 + shift[1]) for c, r in t["polygonPixels"]["points"]]
            else:
                pts = [((q[1] - corner[0]) / .7 + shift[0], (corner[1] - q[2]) / .7 + shift[1]) for q in t["polygonPatientMm"]]
            m = polygon(pts)
            if m.sum() < 100:
                continue
            best = max(((2 * (m & f["mask"]).sum() / (m.sum() + f["mask"].sum() + 1e-6), k) for k, f in enumerate(bodies) if k not in used), default=(0, -1))
            if best[0] < .5:
                missed += 1
                continue
            used.add(best[1])
            hits += 1
            dice.append(best[0])
            if t["bmd"] is not None:
                error.append(bodies[best[1]]["density"] - t["bmd"])
                pairs.append((t["bmd"], bodies[best[1]]["density"]))
            if sacrum is not None and t["level"] in NAMED:
                levels_all += 1
                levels_right += best[1] < 7 and NAMED[best[1]] == t["level"]
        false += len(bodies) - len(used)
    error = np.array(error)
    r = dict(pictures=state["seen"], dice=float(np.mean(dice)) if dice else 0, rmse=float(np.sqrt((error ** 2).mean())) if len(error) else None, bias=float(error.mean()) if len(error) else None,
             medianAbsolute=float(np.median(np.abs(error))) if len(error) else None, r=float(np.corrcoef(np.array(pairs).T)[0, 1]) if len(pairs) > 2 else None,
             hits=hits, falsePositive=false, missed=missed, f1=2 * hits / max(1, 2 * hits + false + missed), levelsRight=levels_right, levelsNamed=levels_all)
    print(json.dumps(r, indent=1))
    if "--json" in argv:
        json.dump(r, open(argv[argv.index("--json") + 1], "w"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
