"""`python3 make_golden.py`: writes pelvis-preparation.json from the Python reference of the pre-processing (training/common/preprocess.py)."""
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "training"))
from common import preprocess  # noqa: E402


def film(width, height):
    """The same film in FilmPreparationTests.cs: integer arithmetic, so both sides agree to the bit."""
    x, y = np.meshgrid(np.arange(width, dtype=np.int64), np.arange(height, dtype=np.int64))
    return ((x * 7 + y * 13 + (x * y) % 101 * 5 + ((x // 9) ^ (y // 7)) * 37) % 4096).astype(np.float32)


def case(width, height, spacing):
    p = preprocess.prepare(film(width, height), spacing)
    points = [[int(c), int(r)] for r in range(5, 512, 83) for c in range(3, 512, 71)]
    return {
        "width": width, "height": height, "spacing": list(spacing) if spacing else None,
        "analysisWidth": p.analysis.shape[1], "analysisHeight": p.analysis.shape[0],
        "scaleX": p.scale[0], "scaleY": p.scale[1], "factor": p.factor,
        "equalised": p.equalised[::max(1, p.equalised.shape[0] // 24), ::max(1, p.equalised.shape[1] // 24)].tolist(),
        "points": points, "network": [round(float(p.network[r, c]), 4) for c, r in points],
        "networkMean": float(p.network.mean()),
    }


if __name__ == "__main__":
    cases = [case(61, 83, (0.173, 0.151)), case(900, 700, (0.31, 0.31)), case(420, 300, None)]
    with open(os.path.join(HERE, "pelvis-preparation.json"), "w") as out:
        json.dump(cases, out)
        out.write("\n")
