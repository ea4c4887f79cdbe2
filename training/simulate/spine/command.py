"""`python3 -m simulate spine --seed N --count K --out DIR`."""
import argparse
import os
import sys

import numpy as np


def main(argv):
    a = argparse.ArgumentParser(prog="python3 -m simulate spine", description="Simulated spine CT series with truth.json, a folder a case.")
    a.add_argument("--seed", type=int, required=True)
    a.add_argument("--count", type=int, required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--kind", choices=("sagittal", "axial"))
    a.add_argument("--size", type=int)
    a.add_argument("--slices", type=int)
    a.add_argument("--pixel", type=float)
    a.add_argument("--thickness", type=float)
    a.add_argument("--plain", action="store_true", help="120 kVp, no metal, fractures or other pathology")
    a.add_argument("--level", type=int, help="aim at this body, 0 = L5")
    a.add_argument("--refuse", help="the reason that truth.json expects")
    o = a.parse_args(argv)
    from . import dicom, study
    for n in range(o.count):
        rng = np.random.default_rng([o.seed, n])
        kind = o.kind or ("sagittal", "axial")[n % 2]
        series = study.make(rng, kind, o.slices, o.size, o.pixel, o.thickness, o.plain, False if o.plain else None, o.level)
        dicom.write(os.path.join(o.out, "spine-%d-%04d" % (o.seed, n)) if o.count > 1 else o.out, series, rng, "spine/%d/%d" % (o.seed, n), o.refuse)
        print("%d/%d %s, %d slices, %d bodies" % (n + 1, o.count, kind, len(series.positions), len(series.truth)), file=sys.stderr, flush=True)
    return 0
