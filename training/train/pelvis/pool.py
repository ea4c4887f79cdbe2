"""A pool of simulated films on disk, kept fresh by a process of its own, so that training never waits."""
import json
import os
import time

import numpy as np

from common import preprocess
from simulate.pelvis import scene

CLASSES = ["background"] + scene.LANDMARKS + ["marker.left", "marker.right"]
SIZES_MM = {"cup.lateral": 24, "cup.medial": 24, "cup.contact": 24, "teardrop.left": 24, "teardrop.right": 24,
            "ischium.left": 30, "ischium.right": 30, "symphysis.superior": 30, "contralateral.centre": 46}
EVALUATION_SEED = 900000


def labels(drawn, factor, mm):
    """Rows of (class, x, y, box side) in network pixels, the box sides from millimetres in the patient."""
    out = [(CLASSES.index(name), c * factor, r * factor, SIZES_MM[name] / mm) for name, _, c, r in drawn.points]
    out += [(CLASSES.index(name), c * factor, r * factor, max(20.0, 1.3 * height * factor)) for name, c, r, height in drawn.markers]
    return np.array(out, np.float32).reshape(-1, 4)


def make(seed, index, fine):
    """A case of the pool: (network image uint8 512x512, labels, equalised 0.4 mm film or None, its factor)."""
    rng = np.random.default_rng([seed, index])
    if fine:
        drawn = scene.draw(rng, pixel=0.4 * 1.14)
        equalised = preprocess.equalise(preprocess.to_bytes(drawn.image))
        network, factor = preprocess.to_network(equalised)
        network = np.floor(network + 0.5).astype(np.uint8)
    else:
        drawn = scene.draw(rng)
        equalised = preprocess.equalise(preprocess.to_bytes(drawn.image))
        network, factor = np.zeros((512, 512), np.uint8), 512 / max(equalised.shape)
        network[:equalised.shape[0], :equalised.shape[1]] = equalised[:512, :512]
    mm = drawn.view.pixel / drawn.view.magnification / factor
    return network, labels(drawn, factor, mm), equalised if fine else None, factor


def fill(folder, seed, limit, fine_every=0, shard=40):
    """Writes shards for ever, the oldest ones replaced beyond `limit`."""
    os.makedirs(folder, exist_ok=True)
    index = 0
    while True:
        images, marks, films = [], [], []
        for k in range(shard):
            try:
                network, rows, film, factor = make(seed, index, bool(fine_every) and index % fine_every == 0)
            except Exception as error:
                print("case", seed, index, repr(error), flush=True)
                index += 1
                continue
            index += 1
            images.append(network)
            marks.append(rows.tolist())
            if film is not None:
                films.append((film, (rows[:, :3] * [1, 1 / factor, 1 / factor]).tolist() if len(rows) else []))
        stamp = "%013d-%d" % (time.time() * 1000, seed)
        with open(os.path.join(folder, stamp + ".part"), "wb") as file:
            np.savez(file, images=np.array(images), labels=np.array(json.dumps(marks)), film_labels=np.array(json.dumps([m for _, m in films])),
                     **{"film%d" % i: f for i, (f, _) in enumerate(films)})
        os.replace(os.path.join(folder, stamp + ".part"), os.path.join(folder, stamp + ".npz"))
        names = sorted(n for n in os.listdir(folder) if n.endswith(".npz"))
        for name in names[:max(0, len(names) - limit)]:
            os.remove(os.path.join(folder, name))


class Pool:
    """What has been read of the pool's folder; `refresh` reads what is new."""

    def __init__(self, folder):
        self.folder, self.seen = folder, set()
        self.images, self.labels, self.films = [], [], []

    def refresh(self, limit=8):
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".npz") and name not in self.seen and limit > 0:
                try:
                    with np.load(os.path.join(self.folder, name)) as data:
                        self.images += list(data["images"])
                        self.labels += [np.array(rows, np.float32).reshape(-1, 4) for rows in json.loads(str(data["labels"]))]
                        marks = json.loads(str(data["film_labels"]))
                        self.films += [(data["film%d" % i], np.array(rows, np.float32).reshape(-1, 3)) for i, rows in enumerate(marks)]
                except OSError:
                    pass
                self.seen.add(name)
                limit -= 1
