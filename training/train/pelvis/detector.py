"""Training of the SSD512 detector: 256-pixel crops first (the same scale, a quarter of the price), whole films at the end."""
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

from common import checkpoint
from . import boxes, curve
from .network import Ssd512
from .pool import CLASSES, Pool

MEAN, STD = 127.0, 73.0


def crop(image, rows, rng):
    """A 256-pixel crop that holds landmarks, with its labels."""
    if len(rows) and rng.random() < 0.93:
        at = rows[rng.integers(len(rows)), 1:3] + rng.uniform(-100, 100, 2)
    else:
        at = rng.uniform(128, 384, 2)
    x, y = (int(v) for v in np.clip(at - 128, 0, 256) // 4 * 4)
    part = image[y:y + 256, x:x + 256]
    rows = rows - np.array([0, x, y, 0], np.float32)
    inside = (rows[:, 1] > 4) & (rows[:, 1] < 252) & (rows[:, 2] > 4) & (rows[:, 2] < 252)
    return part, rows[inside]


def augment(image, rng):
    image = image.astype(np.float32)
    if rng.random() < 0.5:
        image = 255 * (image / 255) ** rng.uniform(0.75, 1.35)
    if rng.random() < 0.3:
        image = image + rng.normal(0, rng.uniform(2, 14), image.shape)
    return image.astype(np.float32)


def loss_of(where, what, classes, offsets):
    """Cross entropy with the three hardest negatives a positive, smooth L1 on positives; each over the positives."""
    positive = classes > 0
    count = positive.sum().clamp(min=1)
    entropy = F.cross_entropy(what.flatten(0, 1), classes.clamp(min=0).flatten(), reduction="none").view_as(classes)
    negative = entropy.detach().clone()
    negative[classes != 0] = 0
    wanted = (3 * positive.sum(1)).clamp(min=24)
    rank = negative.argsort(1, descending=True).argsort(1)
    hard = (rank < wanted[:, None]) & (classes == 0)
    return entropy[positive | hard].sum() / count, F.smooth_l1_loss(where[positive], offsets[positive], reduction="sum") / count


def train(args):
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng([args.seed, 77])
    path = os.path.join(args.work, "detector.pt")
    pool = Pool(args.data or os.path.join(args.work, "pool"))
    net = Ssd512(len(CLASSES)).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=1e-4)
    state, spent, step, history, seen = checkpoint.load(path), 0.0, 0, [], 0
    if state:
        net.load_state_dict(state["net"]), optimiser.load_state_dict(state["optimiser"])
        spent, step, history, seen = state["spent"], state["step"], state["history"], state["seen"]
    elif args.init:
        net.load_state_dict(checkpoint.load(args.init)["net"])
    prior = {256: boxes.priors(256, 5), 512: boxes.priors(512, 7)}
    begin, saved, smooth = time.time() - spent, time.time(), None
    net.train()
    while True:
        spent = time.time() - begin
        progress = spent / (60 * args.minutes)
        if progress >= 1:
            break
        if step % 25 == 0:
            pool.refresh()
            while len(pool.images) < 100:
                time.sleep(2)
                pool.refresh()
        whole = progress > 1 - args.full_share and (step % 2 == 0 or progress > 0.85)
        size, batch = (512, 2) if whole else (256, 6)
        rate = args.rate * min(1, (step + 1) / 60) * (0.5 * (1 + np.cos(np.pi * progress)) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = rate
        images, marks = [], []
        for _ in range(batch):
            index = int(rng.integers(len(pool.images)))
            image, rows = pool.images[index], pool.labels[index]
            if not whole:
                image, rows = crop(image, rows, rng)
            images.append(augment(image, rng))
            marks.append(boxes.match(torch.from_numpy(rows), prior[size]))
        x = (torch.from_numpy(np.stack(images))[:, None] - MEAN) / STD
        classes, offsets = (torch.stack(m) for m in zip(*marks))
        with torch.autocast("cpu", torch.bfloat16):
            where, what = net(x.contiguous(memory_format=torch.channels_last), 7 if whole else 5)
        what_loss, where_loss = loss_of(where.float(), what.float(), classes, offsets)
        loss = what_loss + where_loss
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step, seen = step + 1, seen + batch
        values = np.array([float(what_loss), float(where_loss)])
        smooth = values if smooth is None else 0.97 * smooth + 0.03 * values
        if step % 10 == 0:
            history.append([spent / 60, *smooth])
            print("step %d  %.1f min  class %.3f  box %.3f  rate %.1e  pool %d  size %d" % (step, spent / 60, *smooth, rate, len(pool.images), size), flush=True)
        if time.time() - saved > 150:
            saved = time.time()
            checkpoint.save(path, {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "spent": spent, "step": step,
                                   "history": history, "seen": seen, "seed": args.seed})
            curve.draw(os.path.join(args.work, "detector.png"), history, ["class", "box"], "SSD512 on simulated pelves")
    checkpoint.save(path, {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "spent": spent, "step": step,
                           "history": history, "seen": seen, "seed": args.seed})
    curve.draw(os.path.join(args.work, "detector.png"), history, ["class", "box"], "SSD512 on simulated pelves")
