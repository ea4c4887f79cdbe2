"""`python3 -m train.pelvis.measure WORK COUNT SEED [MINUTES]`: landmark errors and parameters on simulated films never trained on."""
import json
import os
import sys
import time

import numpy as np
import torch

from common import checkpoint, hipmath
from simulate.pelvis import scene
from .decode import CUP, Decoder
from .network import Ssd512
from .pool import CLASSES
from .refine import Refiner


def main(work, count, seed, minutes=30.0):
    torch.set_num_threads(2)
    net, small = Ssd512(len(CLASSES)), Refiner()
    net.load_state_dict(checkpoint.load(os.path.join(work, "detector.pt"))["net"])
    small.load_state_dict(checkpoint.load(os.path.join(work, "refine.pt"))["net"])
    decoder = Decoder(net, small)
    errors, alone, first, values, confidence = {}, {}, [], {}, {"cup": [], "nocup": [], "pelvis": [], "other": []}
    begin, done = time.time(), 0
    for index in range(count):
        if time.time() - begin > 60 * minutes:
            break
        done += 1
        kind = ["unilateral", "unilateral", "unilateral", "bilateral", "unilateral", "none", "other"][index % 7]
        drawn = scene.draw(np.random.default_rng([seed, index]), pixel=0.35, kind=kind)
        mm = drawn.view.pixel / drawn.view.magnification
        got, plain = decoder.find(drawn.image, (mm, mm))
        mean = np.mean([v[2] for k, v in got.items() if k[1] is None])
        confidence["other" if kind == "other" else "pelvis"].append(mean)
        if kind == "other":
            continue
        for side in ("L", "R"):
            confidence["cup" if side in drawn.sides else "nocup"].append(np.mean([got[n, side][2] for n in CUP]))
        for name, side, c, r in drawn.points:
            if not (0 < c < drawn.image.shape[1] and 0 < r < drawn.image.shape[0]):
                continue
            key = (name, side if name in CUP or name.startswith("contra") else None)
            errors.setdefault(name, []).append(np.hypot(got[key][0] - c, got[key][1] - r) * mm)
            first.append(np.hypot(plain[key][0] - c, plain[key][1] - r) * mm)
            alone.setdefault(name, []).append(first[-1])
        if kind == "unilateral":
            truth, sides = drawn.landmarks()
            other = "R" if sides[0] == "L" else "L"
            seen = {n: got[n, None][:2] for n in truth if (n, None) in got}
            seen.update({n: got[n, sides[0]][:2] for n in CUP})
            seen["contralateral.centre"] = got["contralateral.centre", other][:2]
            for a, b in zip(hipmath.measure(truth, sides, (mm, mm)), hipmath.measure(seen, sides, (mm, mm))):
                values.setdefault(a["code"], []).append(abs(a["value"] - b["value"]))
        print("film %d %s, %.0f s" % (index, kind, time.time() - begin), file=sys.stderr, flush=True)
    everything = np.concatenate([np.array(e) for e in errors.values()])
    report = {"films": done, "seed": seed,
              "landmarks mm": {"median": np.median(everything), "mean": everything.mean(), "p75": np.percentile(everything, 75), "p95": np.percentile(everything, 95),
                               "detector alone median": np.median(first), "detector alone p95": np.percentile(first, 95)},
              "by landmark median, p90": {k: [np.median(v), np.percentile(v, 90)] for k, v in errors.items()},
              "detector alone by landmark": {k: [np.median(v), np.percentile(v, 90)] for k, v in alone.items()},
              "absolute error median, mean, p90": {k: [np.median(v), np.mean(v), np.percentile(v, 90)] for k, v in values.items()},
              "confidence p5, p50, p95": {k: list(np.percentile(v, [5, 50, 95])) for k, v in confidence.items() if v}}
    print(json.dumps(report, default=lambda v: round(float(v), 4)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *map(float, sys.argv[4:5]))
