"""Outlines on a real scan: `python3 -m train.spine.look CHECKPOINT OUT.png FILE.nii.gz:X [...]` (X: column of the middle plane)."""
import sys

import numpy as np
from PIL import Image, ImageDraw

from common import spineprep
from export.spine import command

from . import measure
from .sheet import real


def main(argv):
    graph, state = command.load(argv[0])
    tiles = []
    for spec in argv[2:]:
        planes, dy, dx, pre = real(spec)
        pre = command.manifest("", "", 0, state, {})["preprocessing"]
        image, _, found = measure.predict(graph, planes, dy, dx, 120, pre, (.5, .5))
        im = np.stack([np.clip(image[0, 1] * pre["std"][1] + pre["mean"][1], 0, 255)] * 3, -1).astype(np.uint8)
        for f in found:
            m = f["mask"]
            edge = m & ~(np.roll(m, 1, 0) & np.roll(m, -1, 0) & np.roll(m, 1, 1) & np.roll(m, -1, 1))
            im[edge] = (255, 60, 60) if f["label"] == 1 else (60, 255, 60)
        im = Image.fromarray(im)
        for f in found:
            ImageDraw.Draw(im).text((f["box"][0] + 8, (f["box"][1] + f["box"][3]) / 2 - 5), "%.0f" % f["density"], fill=(255, 255, 0))
        tiles.append(im)
        print(spec, len(found), [round(f["score"], 2) for f in found])
    out = Image.new("RGB", (512 * len(tiles), 512))
    for k, t in enumerate(tiles):
        out.paste(t, (512 * k, 0))
    out.save(argv[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
