"""Both stages on one film, as the node decodes them; used to measure and to choose thresholds."""
import numpy as np
import torch

from common import preprocess
from simulate.pelvis.scene import LANDMARKS
from . import boxes, refine
from .pool import CLASSES

CUP = ("cup.lateral", "cup.medial", "cup.contact")


class Decoder:
    def __init__(self, net, small, mean=127.0, std=73.0):
        self.net, self.small, self.mean, self.std = net.eval().to(memory_format=torch.channels_last), small.eval(), mean, std
        self.prior = boxes.priors()

    def find(self, film, spacing):
        """Of both stages and of the detector alone: {(name, side): (column, row, probability, heat)} in film pixels; sides of the picture's halves for cups and heads."""
        steps = preprocess.prepare(film, spacing)
        x = (torch.from_numpy(steps.network)[None, None] - self.mean) / self.std
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            where, what = (y.float() for y in self.net(x.contiguous(memory_format=torch.channels_last)))
        probability = what[0].softmax(-1)
        centre = boxes.decode(where[0], self.prior)[:, :2]
        best = lambda name, keep: self._best(probability[:, CLASSES.index(name)], centre, keep)
        everywhere = torch.ones(len(centre), dtype=torch.bool)
        drops = [best("teardrop." + s, everywhere) for s in ("left", "right")]
        middle = (drops[0][0] + drops[1][0]) / 2
        if min(d[2] for d in drops) < 0.2 or drops[0][0] < drops[1][0]:
            middle = film.shape[1] * steps.scale[0] * steps.factor / 2
        found = {}
        for name in LANDMARKS:
            if name in CUP or name == "contralateral.centre":
                for side, keep in (("L", centre[:, 0] > middle), ("R", centre[:, 0] <= middle)):
                    found[name, side] = best(name, keep)
            else:
                found[name, None] = best(name, everywhere)
        keys = list(found)
        first = np.array([[found[k][0], found[k][1]] for k in keys]) / steps.factor
        heat, alone = np.ones(len(keys)), first.copy()
        if self.small:
            start = np.round(first)
            mirrored = [k[1] == "R" for k in keys]
            crops = np.stack([refine.cut(steps.equalised, p[0], p[1], m) for p, m in zip(start, mirrored)])
            with torch.no_grad():
                maps = self.small((torch.from_numpy(np.ascontiguousarray(crops))[:, None] - refine.MEAN) / refine.STD).sigmoid().numpy()
            for i, key in enumerate(keys):
                m = maps[i, LANDMARKS.index(key[0])]
                r, c = np.unravel_index(m.argmax(), m.shape)
                heat[i] = m[r, c]
                if heat[i] > 0.2:
                    r0, c0 = np.clip(r - 2, 0, 91), np.clip(c - 2, 0, 91)
                    w = m[r0:r0 + 5, c0:c0 + 5]
                    u = (w.sum(0) * (np.arange(c0, c0 + 5) + 0.5)).sum() / w.sum()
                    v = (w.sum(1) * (np.arange(r0, r0 + 5) + 0.5)).sum() / w.sum()
                    first[i] = start[i] + [(96 - u if mirrored[i] else u) - 48, v - 48]
        return tuple({k: (*(at[i] / steps.scale), found[k][2], float(heat[i])) for i, k in enumerate(keys)} for at in (first, alone))

    @staticmethod
    def _best(probability, centre, keep):
        value = torch.where(keep, probability, torch.zeros(()))
        i = int(value.argmax())
        return float(centre[i, 0]), float(centre[i, 1]), float(value[i])
