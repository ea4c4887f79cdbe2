"""Training: `python3 -m train spine --pool DIR --checkpoint FILE --minutes N [--height 384 --width 256]`."""
import argparse
import glob
import os
import sys
import time

import numpy as np
import torch

from common import checkpoint

from . import batch, loss, network, pool


def main(argv):
    a = argparse.ArgumentParser(prog="python3 -m train spine")
    a.add_argument("--pool", required=True)
    a.add_argument("--checkpoint", required=True)
    a.add_argument("--minutes", type=float, default=60)
    a.add_argument("--height", type=int, default=384)
    a.add_argument("--width", type=int, default=256)
    a.add_argument("--batch", type=int, default=4)
    a.add_argument("--rate", type=float, default=1e-3)
    a.add_argument("--final-rate", type=float, default=2e-5)
    a.add_argument("--threads", type=int, default=2)
    o = a.parse_args(argv)
    torch.set_num_threads(o.threads)
    model = network.Network().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=o.rate, weight_decay=1e-4)
    state, step, seen, curve = checkpoint.load(o.checkpoint), 0, 0, []
    if state:
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step, seen, curve = state["step"], state["seen"], state["curve"]
    rng = np.random.default_rng(step)
    base = network.anchors(o.height, o.width)
    began, saved, first = time.time(), time.time(), seen
    names, total, count = ("rpn", "rpnbox", "class", "box", "mask", "density"), np.zeros(6), 0

    def save():
        checkpoint.save(o.checkpoint, dict(model=model.state_dict(), optimizer=optimizer.state_dict(), step=step, seen=seen, curve=curve))
    model.train()
    while True:
        done = (time.time() - began) / 60 / o.minutes
        if done >= 1:
            break
        files = glob.glob(os.path.join(o.pool, "*.pkl"))
        chosen = rng.choice(len(files), o.batch, replace=False)
        image, targets = batch.make([pool.load(files[k]) for k in chosen], rng, o.height, o.width)
        for g in optimizer.param_groups:
            g["lr"] = min(1, (step + 1) / 100) * (o.final_rate + (o.rate - o.final_rate) * .5 * (1 + np.cos(np.pi * done)))
        with torch.autocast("cpu", torch.bfloat16):
            levels = model.backbone(image)
            scores, offsets = model.propose(levels)
            scores, offsets = scores.float(), offsets.float()
            l_s, l_o = loss.proposal_loss(scores, offsets, base, targets)
            sampled = loss.rois_for(scores.detach(), offsets.detach(), base, targets, (o.height, o.width))
            parts = (l_s, l_o) + loss.head_loss(model, image, levels, sampled, targets)
            whole = sum(p * k for p, k in zip(parts, (1, 1, 1, 1, 1, 1)))
        optimizer.zero_grad(set_to_none=True)
        whole.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        step, seen, count = step + 1, seen + o.batch, count + 1
        total += [float(p) for p in parts]
        if step % 25 == 0:
            total /= count
            curve.append([seen, *total])
            print("%s %d steps, %d images, %.2f s an image; %s" % (time.strftime("%H:%M:%S"), step, seen, (time.time() - began) / (seen - first), "  ".join("%s %.4f" % v for v in zip(names, total))), flush=True)
            total, count = np.zeros(6), 0
        if time.time() - saved > 120:
            save()
            saved = time.time()
    save()
    return 0
