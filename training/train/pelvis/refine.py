"""The second stage: a small U-Net with one heat map a landmark, on 96-pixel crops at 0.4 mm."""
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from common import checkpoint
from simulate.pelvis.scene import LANDMARKS
from . import curve
from .pool import Pool

SIZE, MEAN, STD = 96, 127.0, 73.0
MIRRORED = [i for i, name in enumerate(LANDMARKS) if name.startswith("cup.") or name == "contralateral.centre"]


def conv(inside, outside):
    return nn.Sequential(nn.Conv2d(inside, outside, 3, 1, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


class Refiner(nn.Module):
    def __init__(self, channels=len(LANDMARKS), base=20):
        super().__init__()
        b = base
        self.d1 = nn.Sequential(conv(1, b), conv(b, b))
        self.d2 = nn.Sequential(nn.MaxPool2d(2), conv(b, 2 * b), conv(2 * b, 2 * b))
        self.d3 = nn.Sequential(nn.MaxPool2d(2), conv(2 * b, 4 * b), conv(4 * b, 4 * b))
        self.d4 = nn.Sequential(nn.MaxPool2d(2), conv(4 * b, 6 * b), conv(6 * b, 6 * b), conv(6 * b, 6 * b))
        self.u3 = conv(10 * b, 4 * b)
        self.u2 = conv(6 * b, 2 * b)
        self.u1 = nn.Sequential(conv(3 * b, b), nn.Conv2d(b, channels, 1))
        nn.init.constant_(self.u1[1].bias, -4.0)

    def forward(self, crops):
        up = lambda x: F.interpolate(x, scale_factor=2.0, mode="nearest")
        a = self.d1(crops)
        b = self.d2(a)
        c = self.d3(b)
        x = self.u3(torch.cat([up(self.d4(c)), c], 1))
        x = self.u2(torch.cat([up(x), b], 1))
        return self.u1(torch.cat([up(x), a], 1))


def cut(film, x, y, mirrored=False, size=SIZE):
    """A crop centred on (x, y): bilinear, edge pixels repeated; float32 0..255. mirrored: columns reversed."""
    low, col = np.floor(x - size / 2), np.floor(y - size / 2)
    xs, ys = np.arange(size) + low + 0.0, np.arange(size) + col + 0.0
    fx, fy = np.float32(x - size / 2 - low), np.float32(y - size / 2 - col)

    def take(ax, ay):
        return film[np.clip(ay, 0, film.shape[0] - 1).astype(int)[:, None], np.clip(ax, 0, film.shape[1] - 1).astype(int)[None]].astype(np.float32)
    part = take(xs, ys)
    if fx or fy:
        part = (1 - fy) * ((1 - fx) * part + fx * take(xs + 1, ys)) + fy * ((1 - fx) * take(xs, ys + 1) + fx * take(xs + 1, ys + 1))
    return part[:, ::-1] if mirrored else part


def example(pool, rng):
    film, rows = pool.films[int(rng.integers(len(pool.films)))]
    rows = rows[(rows[:, 0] >= 1) & (rows[:, 0] <= len(LANDMARKS))]
    grid = np.arange(SIZE) + 0.5
    if len(rows) == 0 or rng.random() < 0.06:
        channel = int(rng.integers(len(LANDMARKS)))
        x, y = rng.uniform(0.1, 0.9, 2) * film.shape[::-1]
        if any(r[0] == channel + 1 and abs(r[1] - x) < 60 and abs(r[2] - y) < 60 for r in rows):
            x, y = 48.0, 48.0
        return cut(film, np.round(x), np.round(y)), channel, np.zeros((SIZE, SIZE), np.float32)
    kind, tx, ty = rows[int(rng.integers(len(rows)))]
    channel = int(kind) - 1
    x, y = np.round([tx, ty] + np.clip(rng.normal(0, 13, 2), -40, 40))
    mirrored = channel in MIRRORED and tx < film.shape[1] / 2
    crop = cut(film, x, y, mirrored)
    u, v = tx - x + SIZE / 2, ty - y + SIZE / 2
    if mirrored:
        u = SIZE - u
    target = np.exp(-((grid[None] - u) ** 2 + (grid[:, None] - v) ** 2) / (2 * 2.0 ** 2))
    return crop, channel, target.astype(np.float32)


def train(args):
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng([args.seed, 78])
    path = os.path.join(args.work, "refine.pt")
    pool = Pool(args.data or os.path.join(args.work, "pool"))
    pool.refresh(200)
    net = Refiner().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-4)
    state, spent, step, history = checkpoint.load(path), 0.0, 0, []
    if state:
        net.load_state_dict(state["net"]), optimiser.load_state_dict(state["optimiser"])
        spent, step, history = state["spent"], state["step"], state["history"]
    begin, smooth, saved = time.time() - spent, None, time.time()

    def save():
        checkpoint.save(path, {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "spent": spent, "step": step, "history": history})
        curve.draw(os.path.join(args.work, "refine.png"), history, ["heat map"], "Refinement on simulated pelves")
    while spent < 60 * args.minutes:
        spent = time.time() - begin
        rate = 2e-3 * min(1, (step + 1) / 50) * (0.5 * (1 + np.cos(np.pi * min(1, spent / (60 * args.minutes)))) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = rate
        crops, channels, targets = zip(*(example(pool, rng) for _ in range(24)))
        x = np.stack(crops)
        x = (255 * (x / 255) ** rng.uniform(0.75, 1.35, (len(x), 1, 1)) + rng.normal(0, 6, x.shape) * (rng.random((len(x), 1, 1)) < 0.5)).astype(np.float32)
        x = ((torch.from_numpy(x)[:, None] - MEAN) / STD).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            maps = net(x)
        chosen, target = maps.float()[torch.arange(len(x)), list(channels)], torch.from_numpy(np.stack(targets))
        loss = (F.binary_cross_entropy_with_logits(chosen, target, reduction="none") * (1 + 20 * target)).mean() * 10
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        step += 1
        smooth = float(loss) if smooth is None else 0.98 * smooth + 0.02 * float(loss)
        if step % 20 == 0:
            history.append([spent / 60, smooth])
            print("step %d  %.1f min  loss %.4f  rate %.1e  films %d" % (step, spent / 60, smooth, rate, len(pool.films)), flush=True)
            if step % 300 == 0:
                pool.refresh(4)
        if time.time() - saved > 90:
            saved = time.time()
            save()
    save()
