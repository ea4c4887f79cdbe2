"""Reads NIfTI-1 volumes, numpy only: the array brought to axes (left, back, head) of the patient and its spacing in mm."""
import gzip

import numpy as np

TYPES = {2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8", 256: "i1", 512: "u2"}


def read(path):
    data = gzip.open(path).read() if path.endswith(".gz") else open(path, "rb").read()
    dim, kind = np.frombuffer(data, "<i2", 8, 40), int(np.frombuffer(data, "<i2", 1, 70)[0])
    start = int(np.frombuffer(data, "<f4", 1, 108)[0])
    slope, intercept = np.frombuffer(data, "<f4", 2, 112)
    rows = np.frombuffer(data, "<f4", 12, 280).reshape(3, 4)
    shape = [int(v) for v in dim[1:4]]
    a = np.frombuffer(data, "<" + TYPES[kind], int(np.prod(shape)), start).reshape(shape[::-1]).T.astype(np.float32)
    a = a * slope + intercept if slope else a
    matrix = rows[:, :3]
    axes = [int(np.argmax(np.abs(matrix[k]))) for k in range(3)]
    a = a.transpose(axes)
    flip = [k for k in range(3) if (matrix[k, axes[k]] > 0) != (k == 2)]      # NIfTI is right-anterior-superior
    return np.flip(a, flip), tuple(float(abs(matrix[k, axes[k]])) for k in range(3))
