"""Contact sheet: `python3 -m train.spine.sheet OUT.jpg [--count 48] [--seed 42] [--real FILE.nii.gz:X ...]` (X: column of the middle plane)."""
import argparse

import numpy as np
from PIL import Image, ImageDraw

from common import nifti, spineprep
from export.spine.command import manifest
from simulate.spine import picture

TILE = 150


def real(spec):
    path, x = spec.rsplit(":", 1)
    a, (dx, dy, dz) = nifti.read(path)
    pre = dict(manifest("", "", 0, {"seen": 0}, {})["preprocessing"], mean=[0] * 3, std=[1] * 3)
    step = max(1, int(round(3 / dx)))
    planes = [a[int(x) + k * step].T[::-1] for k in (-1, 0, 1)]
    return planes, dz, dy, pre


def tile(image, colour=None):
    rows, cols = np.flatnonzero((image > 0).any(1)), np.flatnonzero((image > 0).any(0))
    if not len(rows):
        return Image.new("RGB", (TILE, TILE))
    im = Image.fromarray(image[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1].astype(np.uint8)).convert("RGB")
    im.thumbnail((TILE - 4, TILE - 4), Image.BILINEAR)
    out = Image.new("RGB", (TILE, TILE), colour or (0, 0, 0))
    out.paste(im, ((TILE - im.width) // 2, (TILE - im.height) // 2))
    return out


def main(argv=None):
    a = argparse.ArgumentParser()
    a.add_argument("out")
    a.add_argument("--count", type=int, default=48)
    a.add_argument("--seed", type=int, default=42)
    a.add_argument("--real", action="append", default=[])
    o = a.parse_args(argv)
    tiles = []
    for spec in o.real:
        planes, dy, dx, pre = real(spec)
        tiles.append(tile(spineprep.prepare(planes, dy, dx, 120, pre)[0][0, 1], (0, 90, 160)))
    k = 0
    while len(tiles) < o.count + len(o.real):
        try:
            tiles.append(tile(picture.sample(np.random.default_rng([o.seed, k]))["image"][1]))
        except ValueError:
            pass
        k += 1
    across = 10
    sheet = Image.new("RGB", (across * TILE, (len(tiles) + across - 1) // across * TILE))
    for k, t in enumerate(tiles):
        sheet.paste(t, (k % across * TILE, k // across * TILE))
    ImageDraw.Draw(sheet).text((4, 4), "blue frames: real" if o.real else "", fill=(255, 255, 0))
    sheet.save(o.out, quality=82)


if __name__ == "__main__":
    main()
