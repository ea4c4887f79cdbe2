"""`python3 -m train.spine.golden DIR`: input planes and the prepared picture for the node's tests (every fourth value of the picture)."""
import json
import os
import sys

import numpy as np

from common import spineprep
from export.spine.command import manifest


def cases():
    """Three small planes each: padded, cropped, another voltage."""
    for name, shape, dy, dx, kvp in (("padded", (70, 60), 1.5, 0.9, 120), ("cropped", (40, 64), 10.0, 6.3, 100), ("between", (64, 48), 0.7, 0.55, 90)):
        rng = np.random.default_rng(len(name))
        r, c = np.mgrid[0:shape[0], 0:shape[1]]
        yield name, dy, dx, kvp, np.stack([np.rint(300 * np.sin(r / 7 + k) + 250 * np.cos(c / 5) + 200 + rng.normal(0, 30, shape)) for k in range(3)]).astype(np.float32)


def main(directory):
    os.makedirs(directory, exist_ok=True)
    pre = manifest("", "", 0, {"seen": 0}, {})["preprocessing"]
    listed = []
    for name, dy, dx, kvp, planes in cases():
        out, shift = spineprep.prepare(planes, dy, dx, kvp, pre)
        planes.astype("<f4").tofile(os.path.join(directory, name + "-planes.f32"))
        part = out[:, :, 3::9, 5::9]
        part.astype("<f4").tofile(os.path.join(directory, name + "-expected.f32"))
        listed.append(dict(name=name, rowSpacingMm=dy, columnSpacingMm=dx, kvp=kvp, planesShape=list(planes.shape), planes=name + "-planes.f32",
                           expected=name + "-expected.f32", expectedShape=list(part.shape), rowStart=3, columnStart=5, stride=9, columnShift=shift[0], rowShift=shift[1]))
    with open(os.path.join(directory, "cases.json"), "w") as f:
        json.dump(dict(conventions=spineprep.__doc__.strip(), tolerance=1e-3, preprocessing=pre, cases=listed), f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
