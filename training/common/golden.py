"""`python3 -m common.golden DIR`: small reference cases of the pre-processing and the measurements for the node's tests."""
import json
import os
import sys

import numpy as np

from . import hipmath, preprocess


def main(folder):
    steps_folder, math_folder = os.path.join(folder, "pelvis-preprocess"), os.path.join(folder, "pelvis-measure")
    os.makedirs(steps_folder, exist_ok=True)
    os.makedirs(math_folder, exist_ok=True)
    rng = np.random.default_rng(20)
    rows, columns, spacing = 160, 200, (0.65, 0.7)
    y, x = np.mgrid[:rows, :columns]
    film = 9000 + 60 * x + 4000 * np.exp(-((x - 120) ** 2 + (y - 70) ** 2) / 900) + 6000 * ((x - 60) ** 2 + (y - 90) ** 2 < 500) + rng.normal(0, 300, (rows, columns))
    film = np.clip(film, 0, 65535).astype("<u2")
    film.tofile(os.path.join(steps_folder, "input.u16"))
    done = preprocess.prepare(film.astype(np.float32), spacing)
    entries = {}
    # every 2nd (analysis) or 4th (network) pixel of each axis keeps the files small
    for name, array, every in (("analysis", done.analysis, 2), ("bytes", done.bytes, 2), ("equalised", done.equalised, 2), ("network", done.network, 4)):
        part = np.ascontiguousarray(array[::every, ::every]).astype("<f4")
        part.tofile(os.path.join(steps_folder, name + ".f32"))
        entries[name] = {"rows": array.shape[0], "columns": array.shape[1], "every": every, "storedRows": part.shape[0], "storedColumns": part.shape[1]}
    with open(os.path.join(steps_folder, "case.json"), "w") as file:
        json.dump({"input": {"rows": rows, "columns": columns, "type": "uint16 little endian"}, "spacingMm": {"column": spacing[0], "row": spacing[1]},
                   "fine": {"rows": done.fine.shape[0], "columns": done.fine.shape[1]}, "steps": entries, "scale": list(done.scale), "factor": done.factor}, file, indent=1)
    cases = []
    for number in range(12):
        sides = [["L"], ["R"], ["L", "R"]][number % 3]
        place = {"teardrop.left": (1240, 1000), "teardrop.right": (760, 1010), "ischium.left": (1270, 1240), "ischium.right": (720, 1250), "symphysis.superior": (1004, 1050)}
        for prefix, side in zip(("cup", "cup2"), sides):
            sign = 1 if side == "L" else -1
            incline, alpha = np.radians(rng.uniform(20, 60)), np.radians(rng.uniform(95, 180))
            centre, radius = np.array([1000 + sign * rng.uniform(330, 380), 930 + rng.uniform(-30, 30)]), 110
            medial = np.array([-sign * np.cos(incline), np.sin(incline)])
            dome = np.array([-sign * np.sin(incline), -np.cos(incline)])
            place[prefix + ".medial"], place[prefix + ".lateral"] = centre + radius * medial, centre - radius * medial
            place[prefix + ".contact"] = centre + radius * (np.cos(alpha) * medial + np.sin(alpha) * dome)
        if len(sides) == 1:
            place["contralateral.centre"] = (1000 - (350 if sides[0] == "L" else -350), 925)
        place = {k: [round(float(v) + float(rng.normal(0, 4)), 2) for v in p] for k, p in place.items()}
        mm = None if number == 9 else [0.21, 0.21] if number % 4 else [0.2, 0.22]
        cases.append({"landmarks": place, "sides": sides, "spacingMm": mm, "measurements": hipmath.measure(place, sides, mm)})
    with open(os.path.join(math_folder, "cases.json"), "w") as file:
        json.dump(cases, file, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
