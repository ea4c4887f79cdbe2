"""Crops of pool pictures as tensors."""
import numpy as np
import torch

from .network import PICTURE_MEAN as MEAN, PICTURE_STD as STD


def targets_of(s, r0=0, c0=0, h=512, w=512):
    boxes, labels, densities, masks = [], [], [], []
    for b, l, d, m in zip(s["boxes"].astype(int), s["labels"], s["densities"], s["masks"]):
        full = np.zeros((512, 512), np.uint8)
        full[b[1]:b[3], b[0]:b[2]] = np.unpackbits(m, axis=1)[:, :b[2] - b[0]]
        cut = full[r0:r0 + h, c0:c0 + w]
        n = int(cut.sum())
        if n < .35 * full.sum() or n < 100:
            continue
        rr, cc = np.flatnonzero(cut.any(1)), np.flatnonzero(cut.any(0))
        if len(rr) < 6 or len(cc) < 8:
            continue
        boxes.append((cc[0], rr[0], cc[-1] + 1, rr[-1] + 1))
        labels.append(l)
        densities.append(d if n > .6 * full.sum() else np.nan)
        masks.append(cut)
    return dict(boxes=torch.tensor(np.array(boxes, np.float32).reshape(-1, 4)), labels=torch.tensor(np.array(labels, np.int64)),
                densities=torch.tensor(np.array(densities, np.float32)), masks=torch.tensor(np.array(masks, np.uint8).reshape(-1, h, w)))


def make(samples, rng, h, w):
    images, targets = [], []
    for s in samples:
        if len(s["boxes"]) and rng.random() < .85:
            b = s["boxes"][rng.integers(len(s["boxes"]))]
            r0, c0 = (b[1] + b[3]) / 2 - h / 2 + rng.normal(0, h / 6), (b[0] + b[2]) / 2 - w / 2 + rng.normal(0, w / 6)
        else:
            r0, c0 = rng.uniform(0, 512 - h), rng.uniform(0, 512 - w)
        r0, c0 = int(np.clip(r0, 0, 512 - h)), int(np.clip(c0, 0, 512 - w))
        im = s["image"][:, r0:r0 + h, c0:c0 + w].astype(np.float32)
        if rng.random() < .3:
            im = np.clip(im + rng.normal(0, rng.uniform(0, 6), im.shape) * (im > 0), 0, 255)
        images.append((im - MEAN) / STD)
        targets.append(targets_of(s, r0, c0, h, w))
    return torch.tensor(np.array(images, np.float32)).contiguous(memory_format=torch.channels_last), targets
