"""`python3 -m export spine --checkpoint FILE --out DIR`: model.onnx and manifest.json."""
import argparse
import json
import os
import subprocess

import torch

from common import checkpoint, fp16
from train.spine import network as net
from train.spine.batch import MEAN, STD

from . import graph


def load(path):
    state = checkpoint.load(path)
    if state is None:
        raise SystemExit("export: no checkpoint at %s" % path)
    model = net.Network()
    model.load_state_dict(state["model"])
    return graph.Graph(model.eval()), state


def manifest(name, digest, size, state, thresholds):
    try:
        commit = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        commit = ""
    return {
        "schemaVersion": 1, "pipeline": "spine-ct", "name": "spine-ct", "version": "1.0.0", "licence": "MIT", "decoder": "maskrcnn",
        "file": {"name": name, "sha256": digest, "bytes": size},
        "input": {"tensor": "image", "shape": [1, 3, 512, 512]},
        "outputs": {"boxes": "boxes", "scores": "scores", "labels": "labels", "masks": "masks", "densities": "densities"},
        "preprocessing": {"pixelMm": 0.7, "windowWidth": 1000, "windowLevel": 350, "size": 512, "mean": [MEAN] * 3, "std": [STD] * 3, "paddingValue": 0,
                          "planeSpacingMm": 3.0, "kvpScale": {"80": 0.84, "100": 0.95, "120": 1, "140": 1.07}},
        "maskrcnn": {"maskSize": 56, "maskThreshold": 0.5, "erosions": net.EROSIONS, "nmsIou": graph.FINAL_IOU},
        "thresholds": thresholds,
        "training": {"commit": commit, "seed": 20261, "images": state["seen"], "simulator": "training/simulate/spine", "data": "simulated only"},
    }


def main(argv):
    a = argparse.ArgumentParser(prog="python3 -m export spine")
    a.add_argument("--checkpoint", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--vertebra", type=float, default=0.5)
    a.add_argument("--sacrum", type=float, default=0.5)
    a.add_argument("--agreement", type=float, default=0.15)
    o = a.parse_args(argv)
    import hashlib
    import onnx
    g, state = load(o.checkpoint)
    os.makedirs(o.out, exist_ok=True)
    path = os.path.join(o.out, "model.onnx")
    with torch.no_grad():
        torch.onnx.export(g, torch.zeros(1, 3, graph.SIZE, graph.SIZE), path, opset_version=16, input_names=["image"],
                          output_names=["boxes", "scores", "labels", "masks", "densities"], do_constant_folding=True)
    model = onnx.load(path)
    for out, shape in zip(model.graph.output, ((graph.PLACES, 4), (graph.PLACES,), (graph.PLACES,), (graph.PLACES, 56, 56), (graph.PLACES,))):
        del out.type.tensor_type.shape.dim[:]
        for n in shape:
            out.type.tensor_type.shape.dim.add().dim_value = n
    onnx.save(fp16.store(model), path)
    data = open(path, "rb").read()
    m = manifest("model.onnx", hashlib.sha256(data).hexdigest(), len(data), state, {"vertebra": o.vertebra, "sacrum": o.sacrum, "mask": 0.5, "agreement": o.agreement})
    with open(os.path.join(o.out, "manifest.json"), "w") as f:
        json.dump(m, f, indent=2)
        f.write("\n")
    print("%s: %.1f MB, trained on %d pictures" % (path, len(data) / 1e6, state["seen"]))
    return 0
