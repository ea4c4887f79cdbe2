"""Priors, matching and decoding of boxes."""
import numpy as np
import torch

from .network import LEVELS

VARIANCES = (0.1, 0.1, 0.2, 0.2)


def priors(size=512, levels=7):
    """[P, 4] centre x, y, width, height in pixels; ordered level, row, column, prior."""
    out = []
    for level in LEVELS[:levels]:
        cells, low, high = size // level["step"], level["minSize"], level["maxSize"]
        shapes = [(low, low), ((low * high) ** 0.5,) * 2]
        for r in level["ratios"]:
            shapes += [(low * r ** 0.5, low / r ** 0.5), (low / r ** 0.5, low * r ** 0.5)]
        grid = (np.arange(cells) + 0.5) * level["step"]
        y, x, k = np.meshgrid(grid, grid, np.arange(len(shapes)), indexing="ij")
        shapes = np.array(shapes)[k]
        out.append(np.concatenate([x[..., None], y[..., None], shapes], -1).reshape(-1, 4))
    return torch.tensor(np.concatenate(out), dtype=torch.float32)


def overlap(boxes, prior):
    """IoU of [N, 4] and [P, 4] centre-size boxes."""
    low = torch.maximum((boxes[:, :2] - boxes[:, 2:] / 2)[:, None], (prior[:, :2] - prior[:, 2:] / 2)[None])
    high = torch.minimum((boxes[:, :2] + boxes[:, 2:] / 2)[:, None], (prior[:, :2] + prior[:, 2:] / 2)[None])
    both = (high - low).clamp(min=0).prod(2)
    return both / (boxes[:, 2:].prod(1)[:, None] + prior[:, 2:].prod(1)[None] - both)


def match(labels, prior, threshold=0.5):
    """Classes [P] (-1: neither positive nor negative) and offsets [P, 4] for labels [N, 4] (class, x, y, side)."""
    classes = torch.zeros(len(prior), dtype=torch.long)
    offsets = torch.zeros(len(prior), 4)
    if len(labels) == 0:
        return classes, offsets
    boxes = torch.stack([labels[:, 1], labels[:, 2], labels[:, 3], labels[:, 3]], 1)
    iou = overlap(boxes, prior)
    # where two landmarks lie close together the nearer one takes the prior
    best, owner = iou.max(0)
    best[iou.max(1)[1]] = 2
    owner[iou.max(1)[1]] = torch.arange(len(boxes))
    positive = best >= threshold
    classes[(best >= threshold - 0.1) & ~positive] = -1
    classes[positive] = labels[owner[positive], 0].long()
    chosen, anchor = boxes[owner], prior
    offsets[:, :2] = (chosen[:, :2] - anchor[:, :2]) / anchor[:, 2:] / VARIANCES[0]
    offsets[:, 2:] = torch.log(chosen[:, 2:] / anchor[:, 2:]) / VARIANCES[2]
    return classes, offsets


def decode(locations, prior):
    """Box centres and sizes of offsets."""
    centre = prior[:, :2] + locations[..., :2] * VARIANCES[0] * prior[:, 2:]
    return torch.cat([centre, prior[:, 2:] * torch.exp(locations[..., 2:] * VARIANCES[2])], -1)
