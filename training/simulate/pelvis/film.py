"""From thickness maps to a film: attenuation, scatter, noise, blur, a vendor's processing, collimation, markers, text."""
import os

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

FONT_PATHS = ("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
              "/usr/share/matplotlib/mpl-data/fonts/ttf/DejaVuSans-Bold.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def wide(image, sigma):
    """A wide blur: three box filters on a smaller picture."""
    step = int(max(1, sigma // 4))
    small = image[::step, ::step]
    size = max(1, int(sigma / step * 1.9))
    for _ in range(3):
        small = ndimage.uniform_filter(small, size, mode="nearest")
    if step == 1:
        return small
    out = ndimage.zoom(small, step, order=1, mode="nearest", grid_mode=True)
    return out[:image.shape[0], :image.shape[1]] if out.shape[0] >= image.shape[0] else out


def noise(rng, shape, sigma):
    """Smooth unit noise."""
    step = max(1, int(sigma / 2))
    small = rng.standard_normal((shape[0] // step + 4, shape[1] // step + 4), dtype=np.float32)
    small = ndimage.gaussian_filter(small, sigma / step)
    small /= small.std() + 1e-6
    return small[:shape[0], :shape[1]] if step == 1 else ndimage.zoom(small, step, order=1)[:shape[0], :shape[1]]


def font(size):
    for path in FONT_PATHS:
        if os.path.exists(path):
            return ImageFont.truetype(path, max(6, int(size)))
    return ImageFont.load_default()


def glyph(text, height, mirrored=False, ring=False):
    """A letter as an array 0..1, `height` pixels high."""
    face = font(height * 1.37)
    box = face.getbbox(text)
    width, tall = box[2] - box[0], box[3] - box[1]
    pad = int(height * 0.5) if ring else 1
    image = Image.new("L", (width + 2 * pad, tall + 2 * pad))
    draw = ImageDraw.Draw(image)
    draw.text((pad - box[0], pad - box[1]), text, 255, font=face)
    if ring:
        draw.ellipse([1, 1, image.width - 2, image.height - 2], outline=255, width=max(1, int(height * 0.1)))
    array = np.asarray(image, np.float32) / 255
    return array[:, ::-1] if mirrored else array


def expose(soft, sharp, spongy, metal, plastic, pixel, rng):
    """The detector's logarithmic signal (bright = dense)."""
    texture = 1 + rng.uniform(0.1, 0.35) * noise(rng, soft.shape, max(0.7, 0.7 / pixel)) if rng.random() < 0.9 else 1
    spongy = ndimage.gaussian_filter(spongy, 2.0 / pixel)
    sharp = ndimage.gaussian_filter(sharp, max(0.55, 0.45 / pixel))
    energy = rng.uniform(0.8, 1.2)
    bone = (0.055 * sharp + 0.036 * spongy * np.maximum(texture, 0.2)) * energy * rng.uniform(0.8, 1.25)
    total = 0.019 * soft + bone + 0.30 * metal + 0.006 * plastic
    primary = np.exp(-np.clip(total, 0, 12))
    scatter = wide(primary, rng.uniform(15, 45) / pixel) * rng.uniform(0.15, 0.9)
    signal = primary + scatter + np.exp(-rng.uniform(7, 9.5))
    reference = np.median(signal)
    quanta = 10 ** rng.uniform(2.6, 4.3) * (pixel / 0.4) ** 2
    signal = signal * (1 + rng.standard_normal(signal.shape, dtype=np.float32) * np.sqrt(reference / np.maximum(signal, reference * 1e-3) / quanta).astype(np.float32))
    log = -np.log(np.maximum(signal, 1e-6))
    blur = rng.uniform(0.1, 0.55) / pixel
    return ndimage.gaussian_filter(log, blur) if blur > 0.3 else log


def process(log, pixel, rng):
    """A vendor's display processing; 0..1, bone bright."""
    image = log
    for sigma, share in ((rng.uniform(25, 60), rng.uniform(0, 0.75)), (rng.uniform(6, 14), rng.uniform(0, 0.3) * (rng.random() < 0.5))):
        if share > 0.02:
            image = image - share * wide(image, sigma / pixel)
    if rng.random() < 0.6:
        image = image + rng.uniform(0.2, 1.5) * (image - ndimage.gaussian_filter(image, rng.uniform(0.6, 2.5) / pixel))
    low, high = np.percentile(image[::3, ::3], [rng.uniform(0.5, 8), rng.uniform(98.5, 99.9)])
    image = np.clip((image - low) / max(high - low, 1e-3), -0.3, 1.3)
    kind = rng.random()
    if kind < 0.45:
        image = 1 / (1 + np.exp(-(image - rng.uniform(0.35, 0.6)) * rng.uniform(3.5, 7)))
    else:
        image = np.clip(image, 0, 1) ** rng.uniform(0.6, 1.7)
    image -= image.min()
    return (image / max(image.max(), 1e-6)).astype(np.float32)


def finish(image, pixel, rng, markers=True):
    """Collimation, markers and burned-in text. Returns the image and the marker boxes: (name, column, row, size) of letters."""
    rows, columns = image.shape
    found = []
    if rng.random() < 0.45:
        edge = (rng.random(4) < 0.6) * rng.uniform(2, 28, 4) / pixel
        value = rng.choice([0.0, 0.0, 0.0, 1.0]) * rng.uniform(0.7, 1)
        t, b, l, r = (int(e) for e in edge)
        if t: image[:t] = value
        if b: image[-b:] = value
        if l: image[:, :l] = value
        if r: image[:, -r:] = value
    if markers and rng.random() < 0.85:
        for letter in (rng.permutation(["L", "R"]) if rng.random() < 0.12 else [rng.choice(["L", "R"])]):
            height = rng.uniform(8, 24) / pixel
            letters = str(letter)
            art = glyph(letters, height, rng.random() < 0.08, rng.random() < 0.2)
            left = (letter == "R") != (rng.random() < 0.08)
            x = rng.uniform(0.02, 0.16) if left else rng.uniform(0.84, 0.98)
            y = rng.uniform(0.05, 0.9)
            c0 = int(np.clip(x * columns - art.shape[1] / 2, 1, columns - art.shape[1] - 2))
            r0 = int(np.clip(y * rows, 1, rows - art.shape[0] - 2))
            if r0 < 1 or c0 < 1:
                continue
            part = image[r0:r0 + art.shape[0], c0:c0 + art.shape[1]]
            level = rng.uniform(0.8, 1.0)
            part[:] = part * (1 - art) + level * art
            found.append(("marker.left" if letter == "L" else "marker.right", c0 + art.shape[1] / 2, r0 + art.shape[0] / 2, height))
    if rng.random() < 0.25:
        for _ in range(int(rng.integers(1, 4))):
            words = str(rng.choice(["PELVIS AP", "70 kV 16 mAs", "SUPINE", "AP STANDING", "10 cm", "EI 412", "12:41", "Hips ap", "3/4", "POST OP"]))
            art = glyph(words, rng.uniform(3, 7) / pixel)
            if art.shape[0] + 4 < rows and art.shape[1] + 4 < columns:
                r0 = int(rng.choice([rng.uniform(1, max(2, rows * 0.08)), rng.uniform(rows * 0.85, max(rows * 0.86, rows - art.shape[0] - 2))]))
                r0 = int(np.clip(r0, 1, rows - art.shape[0] - 2))
                c0 = int(rng.uniform(1, max(2, columns - art.shape[1] - 2)))
                part = image[r0:r0 + art.shape[0], c0:c0 + art.shape[1]]
                part[:] = np.maximum(part, art * rng.uniform(0.7, 1))
    if rng.random() < 0.06:
        c0, step = int(columns * rng.choice([0.02, 0.97])), 10 / pixel
        for k in range(int(100 / 10) + 1):
            r = int(rows * 0.3 + k * step)
            if r < rows - 1:
                image[r, c0:c0 + int(5 / pixel)] = 0.95
    return image, found
