"""Films that are no pelvis: chests, knees, spines, empty plates."""
import numpy as np

from . import film, solid
from .surface import Cloud


def draw(view, rng):
    """An image and its markers."""
    kind = rng.choice(["chest", "knee", "spine", "hand", "blank"])
    cloud = Cloud(0.9 * view.pixel, rng)
    x0, y0 = view.source
    soft = np.zeros(view.size, np.float32)
    metal = np.zeros(view.size, np.float32)
    if kind == "chest":
        solid.egg(soft, view, [x0, y0, 0], (190, 260, 110))
        for s in (-1, 1):
            solid.egg(soft, view, [x0 + s * 80, y0 - 10, 0], (62, 125, 80), 0.1 * s, -0.85)
            for k in range(9):
                y = y0 - 120 + 26 * k
                cloud.tube([[x0 + s * 12, y, -60], [x0 + s * 80, y - 6, -80], [x0 + s * 135, y + 30, 0], [x0 + s * 70, y + 62, 70]], 5, 1.0, 0.2)
            cloud.tube([[x0 + s * 12, y0 - 128, 60], [x0 + s * 80, y0 - 142, 40], [x0 + s * 140, y0 - 140, 0]], 6, 1.0, 0.2)
        solid.egg(soft, view, [x0 + 25, y0 + 50, 30], (55, 60, 50), 0.6, 1.0)
        cloud.tube([[x0, y0 - 180, -40], [x0, y0 + 180, -40]], 17, 0.9, 0.1)
    elif kind == "knee":
        for s in ((-1, 1) if rng.random() < 0.5 else (0,)):
            x = x0 + s * 90
            solid.rod(soft, view, [[x, y0 - 220, 0], [x, y0, 0], [x, y0 + 220, 0]], [75, 55, 50])
            cloud.tube([[x, y0 - 200, 0], [x, y0 - 70, 0], [x, y0 - 30, 0]], [15, 17, 30], 2.5, 0.15)
            for d in (-1, 1):
                cloud.ball([x + d * 21, y0 - 22, 0], (21, 21, 28), 1.0, 0.25)
            cloud.tube([[x, y0 + 5, 0], [x, y0 + 18, 0], [x, y0 + 70, 0], [x, y0 + 200, 0]], [40, 36, 17, 13], 2.0, 0.15)
            cloud.tube([[x + 38, y0 + 18, -10], [x + 36, y0 + 200, -10]], [8, 6], 1.5, 0.1)
            if rng.random() < 0.3:
                solid.rod(metal, view, [[x - 36, y0 + 6, 0], [x + 36, y0 + 6, 0]], 4, 0.7)
                solid.ball(metal, view, [x - 20, y0 - 18, 0], 20, 0.5)
                solid.ball(metal, view, [x + 20, y0 - 18, 0], 20, 0.5)
    elif kind == "spine":
        solid.egg(soft, view, [x0, y0, 0], (170, 300, 110))
        for k in range(9):
            y = y0 - 170 + 38 * k
            cloud.tube([[x0, y - 13, 0], [x0, y, 0], [x0, y + 13, 0]], [25, 22, 25], 1.0, 0.2)
            for s in (-1, 1):
                cloud.tube([[x0 + s * 18, y, -30], [x0 + s * 42, y - 6, -34]], 5, 1.0, 0.2)
    elif kind == "hand":
        for k in range(5):
            a = np.radians(-120 + 15 * k)
            pts = [[x0 + t * np.cos(a), y0 + 40 + t * np.sin(a), 0] for t in (20, 80, 82, 120, 122, 150)]
            cloud.tube(pts, [7, 6, 6, 5, 5, 3], 1.6, 0.2)
            solid.rod(soft, view, pts, 11)
        cloud.tube([[x0 - 10, y0 + 60, 0], [x0 - 14, y0 + 200, 0]], 10, 1.6, 0.2)
    else:
        soft += rng.uniform(0, 150) + 3 * film.noise(rng, view.size, 20 / view.pixel)
        if rng.random() < 0.4:
            solid.egg(soft, view, [x0, y0, 0], rng.uniform(40, 150, 3))
    sharp = view.drop(cloud.sharp) if cloud.sharp else np.zeros(view.size, np.float32)
    spongy = view.drop(cloud.soft) if cloud.soft else np.zeros(view.size, np.float32)
    log = film.expose(np.maximum(soft, 0), sharp, spongy, metal, np.zeros(view.size, np.float32), view.pixel, rng)
    return film.finish(film.process(log, view.pixel, rng), view.pixel, rng)
