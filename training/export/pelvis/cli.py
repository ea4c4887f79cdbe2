"""`python3 -m export pelvis ...`"""
import argparse
import json
import os
import subprocess

import numpy as np
import torch

from common import checkpoint, digest, fp16
from simulate.pelvis import scene
from train.pelvis import boxes, network, pool, refine

THRESHOLD = 0.3


def groups(count=150):
    """Plausibility groups from simulated truths."""
    frames = {"pelvis": [], "hip": []}
    pelvis = ["ischium.left", "ischium.right", "symphysis.superior"]
    hip = ["cup.lateral", "cup.medial"]
    for index in range(count):
        drawn = Truths(index)
        if drawn is None:
            continue
        found, sides = drawn
        if not all(n in found for n in pelvis + hip + ["teardrop.left", "teardrop.right"]):
            continue
        right, left = np.array(found["teardrop.right"]), np.array(found["teardrop.left"])
        axis = (left - right) / np.linalg.norm(left - right)
        frame = lambda n: ((np.array(found[n]) - (left + right) / 2) @ np.array([[axis[0], -axis[1]], [axis[1], axis[0]]])) / np.linalg.norm(left - right)
        frames["pelvis"].append(np.concatenate([frame(n) for n in pelvis]))
        row = np.stack([frame(n) for n in hip])
        if sides[0] == "R":
            row[:, 0] *= -1
        frames["hip"].append(row.ravel())
    out = []
    for names, rows, mirror in ((pelvis, frames["pelvis"], False), (hip, frames["hip"], True)):
        rows = np.array(rows)
        cov = np.cov(rows.T) + np.eye(rows.shape[1]) * 0.02 ** 2
        inverse = np.linalg.inv(cov)
        d = np.sqrt(np.einsum("ni,ij,nj->n", rows - rows.mean(0), inverse, rows - rows.mean(0)))
        out.append({"names": names, "mirrorToLeft": mirror, "mean": rows.mean(0).round(5).tolist(), "inverseCovariance": inverse.round(3).tolist(),
                    "limit": round(float(d.max() * 1.6), 2)})
    return out


def Truths(index):
    drawn = scene.draw(np.random.default_rng([800000, index]), longest=160, kind="unilateral")
    return drawn.landmarks()


def onnx_file(model, example, path, inputs, outputs, axes=None):
    import onnx
    torch.onnx.export(model, example, path, input_names=inputs, output_names=outputs, opset_version=13, do_constant_folding=True, dynamic_axes=axes)
    graph = fp16.store(onnx.load(path))
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def main(argv):
    parser = argparse.ArgumentParser("python3 -m export pelvis", description="Writes model.onnx, refine.onnx and manifest.json.")
    parser.add_argument("--checkpoint", required=True, help="detector.pt, with refine.pt beside it")
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--thresholds", help="thresholds.json written by the evaluation")
    args = parser.parse_args(argv)
    os.makedirs(args.out, exist_ok=True)
    state = checkpoint.load(args.checkpoint)
    net = network.Ssd512(len(pool.CLASSES))
    net.load_state_dict(state["net"])
    network.fold(net.eval())
    main_file = os.path.join(args.out, "model.onnx")
    onnx_file(net, torch.zeros(1, 1, 512, 512), main_file, ["image"], ["locations", "confidences"])
    refine_state = checkpoint.load(os.path.join(os.path.dirname(args.checkpoint), "refine.pt"))
    limits = {"landmark": {name: THRESHOLD for name in scene.LANDMARKS}, "marker": 0.6, "prosthesis": 0.35, "pelvis": 0.35}
    refine_limit = 0.2
    if args.thresholds:
        with open(args.thresholds) as file:
            chosen = json.load(file)
        limits, refine_limit = chosen["thresholds"], chosen["refine"]
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, cwd=os.path.dirname(os.path.abspath(__file__))).stdout.strip()
    manifest = {
        "schemaVersion": 1, "pipeline": "pelvis-ap", "name": "pelvis-ap", "version": args.version, "licence": "MIT", "decoder": "ssd",
        "file": digest.entry(main_file), "input": {"tensor": "image", "shape": [1, 1, 512, 512]},
        "outputs": {"locations": "locations", "confidences": "confidences"}, "classes": pool.CLASSES,
        "preprocessing": {"resampleMm": 0.1, "analysisMm": 0.4, "removeLowestFraction": 0.02, "claheGrid": [8, 8], "claheClipLimit": 100,
                          "size": 512, "mean": 127.0, "std": 73.0, "padValue": 0, "nominalWidthMm": 430},
        "ssd": {"variances": list(boxes.VARIANCES[:1]) * 2 + [0.2, 0.2], "levels": network.LEVELS},
        "plausibility": groups(), "thresholds": limits,
        "training": {"commit": commit, "seed": state["seed"], "images": state["seen"], "simulator": "training/simulate/pelvis", "data": "simulated films only"}}
    if refine_state:
        small = refine.Refiner()
        small.load_state_dict(refine_state["net"])
        small.eval()
        refine_file = os.path.join(args.out, "refine.onnx")
        onnx_file(small, torch.zeros(2, 1, 96, 96), refine_file, ["crops"], ["heatmaps"], {"crops": {0: "n"}, "heatmaps": {0: "n"}})
        manifest["refine"] = {"file": digest.entry(refine_file), "input": "crops", "output": "heatmaps", "landmarks": scene.LANDMARKS,
                              "pixelMm": 0.4, "size": 96, "mean": 127.0, "std": 73.0, "threshold": refine_limit}
    with open(os.path.join(args.out, "manifest.json"), "w") as file:
        json.dump(manifest, file, indent=1)
    print("written", args.out)
    return 0
