"""Writes a simulated series as DICOM CT with its truth.json."""
import json
import os

import numpy as np

from common import dicomio

from .study import NAMED


def write(directory, series, rng, key, refuse=None):
    os.makedirs(directory, exist_ok=True)
    order = list(range(len(series.positions)))
    if rng.random() < .3:
        order.reverse()
    base = dicomio.study(rng, key, "CT spine")
    uids = {}
    for number, k in enumerate(order, 1):
        d = base.copy() if hasattr(base, "copy") else base
        d.SOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
        d.SOPInstanceUID = uids[k] = dicomio.uid(key, "image", k)
        d.Modality, d.BodyPartExamined, d.PatientPosition = "CT", "LSPINE", "HFS"
        d.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"] if series.kind == "axial" else ["DERIVED", "PRIMARY", "SAGITTAL"]
        if series.kind != "axial":
            d.ImageType = ["DERIVED", "SECONDARY", "REFORMATTED"]
        d.SeriesDescription = "Spine %s %.1f mm" % (series.kind, series.thickness)
        d.FrameOfReferenceUID, d.PositionReferenceIndicator = dicomio.uid(key, "frame"), ""
        d.AcquisitionNumber, d.InstanceNumber = 1, number
        d.KVP, d.ConvolutionKernel = series.kvp, "B60s" if series.sharp else "B30s"
        if series.contrast:
            d.ContrastBolusAgent = "Iodine"
        d.SliceThickness, d.SpacingBetweenSlices = "%.4g" % series.thickness, "%.4g" % series.spacing
        if series.kind == "axial":
            d.GantryDetectorTilt = "%.4g" % np.degrees(series.tilt)
        d.ImagePositionPatient = ["%.6f" % v for v in series.positions[k]]
        d.ImageOrientationPatient = ["%.8f" % v for v in series.orientation]
        d.PixelSpacing = ["%.6f" % series.pixel] * 2
        d.RescaleIntercept, d.RescaleSlope, d.RescaleType = "-1024", "1", "HU"
        d.WindowCenter, d.WindowWidth = "350", "1000"
        dicomio.pixels(d, (np.rint(series.voxels[k]) + 1024).astype(np.uint16), 12)
        dicomio.write(os.path.join(directory, "%04d.dcm" % number), d)
    with open(os.path.join(directory, "truth.json"), "w") as f:
        json.dump(truth(series, uids, refuse), f, indent=1)
        f.write("\n")


def truth(series, uids, refuse):
    vertebrae, measurements = [], []
    for v in series.truth:
        t = {k: v[k] for k in ("level", "bmd", "meanHu", "areaMm2")}
        points = [[round(c, 2) for c in p] for p in v["points"]]
        if series.kind == "sagittal":
            t["polygonPixels"] = {"sopInstanceUid": uids[len(uids) // 2], "points": points}
        else:
            t["polygonPatientMm"] = points
        vertebrae.append(t)

    def measurement(code, value, unit, level):
        measurements.append({"code": code, "value": round(value, 2), "unit": unit, "side": None, "level": level, "normality": "NotAssessed", "reason": None})
    known = {v["level"]: v for v in series.truth if v["bmd"] is not None and v["level"] in NAMED} if series.sacrum else {}
    for level, v in known.items():
        measurement("VBMD-TRAB", v["bmd"], "mg/cm3", level)
        measurement("MEAN-HU", v["meanHu"], "[hnsf'U]", level)
    if "L1" in known and "L2" in known:
        measurement("VBMD-L1L2", (known["L1"]["bmd"] + known["L2"]["bmd"]) / 2, "mg/cm3", None)
    if refuse:
        return {"pipeline": "spine-ct", "landmarks": [], "vertebrae": [], "measurements": [], "expect": {"status": "Refused", "reason": refuse}, "tolerance": {}}
    return {"pipeline": "spine-ct", "landmarks": [], "vertebrae": vertebrae, "measurements": measurements, "densitySource": "Network",
            "expect": {"status": "Measured"}, "tolerance": {"VBMD-TRAB": 25, "MEAN-HU": 30, "VBMD-L1L2": 20}}
