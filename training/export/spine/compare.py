"""Inputs and torch's answers for a check of the exported graph: `python3 -m export.spine.compare write CHECKPOINT DIR`, then, after ONNX Runtime
has written `ort.json` (a list with one object of flat arrays a picture), `python3 -m export.spine.compare read DIR`."""
import json
import os
import sys

import numpy as np
import torch

from simulate.spine import picture
from train.spine.batch import MEAN, STD

from . import command

NAMES = ("boxes", "scores", "labels", "masks", "densities")


def main(argv):
    if argv[0] == "write":
        graph, _ = command.load(argv[1])
        os.makedirs(argv[2], exist_ok=True)
        images, answers = [], []
        for k in range(4):
            im = (picture.sample(np.random.default_rng([777, k]))["image"].astype(np.float32) - MEAN) / STD
            images.append(im)
            with torch.no_grad():
                answers.append({n: t.numpy().ravel().tolist() for n, t in zip(NAMES, graph(torch.tensor(im[None])))})
        np.stack(images).astype("<f4").tofile(os.path.join(argv[2], "images.f32"))
        json.dump(answers, open(os.path.join(argv[2], "torch.json"), "w"))
        return 0
    a, b = (json.load(open(os.path.join(argv[1], n))) for n in ("torch.json", "ort.json"))
    for x, y in zip(a, b):
        sure = [k for k, s in enumerate(x["scores"]) if s > .5]
        print(len(sure), "sure;", "  ".join("%s %.4f" % (n, max((abs(p - q) for k in sure for p, q in zip(x[n][k * len(x[n]) // 32:(k + 1) * len(x[n]) // 32],
              y[n][k * len(y[n]) // 32:(k + 1) * len(y[n]) // 32])), default=0)) for n in NAMES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
