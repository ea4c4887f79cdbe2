"""One simulated study as DICOM with its truth."""
import json
import os

import numpy as np
from PIL import Image

from common import hipmath
from . import scene

TOLERANCE = {"CUP-INCL": 3.0, "CUP-COVER": 4.0, "HRC-VOFF": 4.0, "HRC-HOFF": 4.0}


def write(folder, seed, index, kind=None, sides=None, calm=False, pixel=None, j2k=False):
    """Writes `image.dcm` and `truth.json` into the folder; returns the truth."""
    from common import dicomio
    from pydicom.dataset import Dataset
    from pydicom.encaps import encapsulate
    rng = np.random.default_rng([seed, index])
    tags = np.random.default_rng([seed, index, 5])
    pixel = pixel or float(tags.choice([0.139, 0.143, 0.148, 0.16, 0.175, 0.2]))
    drawn = scene.draw(rng, pixel=pixel, kind=kind, sides=sides, calm=calm)
    os.makedirs(folder, exist_ok=True)
    key = "pelvis/%s/%s" % (seed, index)
    data = dicomio.study(tags, key, "Pelvis AP")
    dx = tags.random() < 0.75
    data.SOPClassUID = "1.2.840.10008.5.1.4.1.1.1.1" if dx else "1.2.840.10008.5.1.4.1.1.1"
    data.SOPInstanceUID = dicomio.uid(key, "image")
    data.Modality = "DX" if dx else "CR"
    data.ImageType = ["ORIGINAL", "PRIMARY"] + ([""] if dx else [])
    data.InstanceNumber, data.AcquisitionNumber = 1, 1
    data.BodyPartExamined, data.ViewPosition, data.PatientOrientation = "PELVIS", "AP", ["L", "F"]
    data.SeriesDescription = "Pelvis AP"
    data.BurnedInAnnotation, data.LossyImageCompression = "NO", "00"
    data.KVP, data.DistanceSourceToDetector = "75", "%.0f" % drawn.view.distance
    magnification = drawn.view.magnification
    data.DistanceSourceToPatient = "%.0f" % (drawn.view.distance / magnification)
    data.ImagerPixelSpacing = ["%.5f" % pixel] * 2
    true = pixel / magnification
    style = tags.random()
    if style < 0.5 or calm:
        data.PixelSpacing, data.PixelSpacingCalibrationType = ["%.5f" % true] * 2, "GEOMETRY"
        data.PixelSpacingCalibrationDescription = "Object plane of the hips"
        data.EstimatedRadiographicMagnificationFactor = "%.4f" % magnification
        mm, source = float("%.5f" % true), "Calibrated"
    else:
        data.EstimatedRadiographicMagnificationFactor = "%.4f" % magnification
        if tags.random() < 0.5:
            data.PixelSpacing = ["%.5f" % pixel] * 2
        mm, source = float("%.5f" % pixel) / float("%.4f" % magnification), "MagnificationCorrected"
    if dx:
        data.PresentationIntentType = "FOR PRESENTATION"
        data.ImageLaterality = "B" if kind != "hip" else "U"
        data.PixelIntensityRelationship, data.PixelIntensityRelationshipSign = "LOG", 1
        data.RescaleIntercept, data.RescaleSlope, data.RescaleType = "0", "1", "US"
        data.PresentationLUTShape = "IDENTITY"
        data.DetectorType, data.PositionerType = "SCINTILLATOR", ""
        region = Dataset()
        region.CodeValue, region.CodingSchemeDesignator, region.CodeMeaning = "816092008", "SCT", "Pelvis"
        data.AnatomicRegionSequence = [region]
        view, projection = Dataset(), Dataset()
        view.CodeValue, view.CodingSchemeDesignator, view.CodeMeaning = "399348003", "SCT", "antero-posterior"
        data.ViewCodeSequence = [view]
        data.AcquisitionContextSequence = []
        data.PatientOrientation = ["L", "F"]
    bits = int(tags.choice([12, 12, 14, 16]))
    top = 2 ** bits - 1
    values = np.floor(drawn.image * top + 0.5).astype(np.uint16)
    inverted = tags.random() < 0.3 and not calm
    if inverted:
        values = (top - values).astype(np.uint16)
        if dx:
            data.PresentationLUTShape, data.PixelIntensityRelationshipSign = "INVERSE", -1
    data.WindowCenter, data.WindowWidth = str(2 ** (bits - 1)), str(2 ** bits)
    dicomio.pixels(data, values, bits, "MONOCHROME1" if inverted else "MONOCHROME2")
    syntax = "1.2.840.10008.1.2.1"
    if j2k:
        import io
        stream = io.BytesIO()
        Image.fromarray(values).save(stream, "JPEG2000", no_jp2=True, irreversible=False)
        data.PixelData, syntax = encapsulate([stream.getvalue()]), "1.2.840.10008.1.2.4.90"
    dicomio.write(os.path.join(folder, "image.dcm"), data, syntax)
    found, cups = drawn.landmarks()
    word = {"left": "L", "right": "R"}
    marks = []
    for name, (c, r) in found.items():
        side = word.get(name.split(".")[-1])
        if name.startswith("cup"):
            side = cups[1] if name.startswith("cup2") else cups[0]
        if name.startswith("contralateral"):
            side = {"L": "R", "R": "L"}[cups[1] if name.startswith("contralateral2") else cups[0]]
        marks.append({"name": name, "side": side, "sopInstanceUid": data.SOPInstanceUID, "column": round(c, 2), "row": round(r, 2), "confidence": 1.0})
    expect = {"status": "Measured"}
    if drawn.kind == "other":
        expect = {"status": "Refused", "reason": "NOT_A_PELVIS"}
    elif not cups:
        expect = {"status": "Refused", "reason": "NO_PROSTHESIS"}
    truth = {"schemaVersion": 1, "pipeline": "pelvis-ap", "studyInstanceUid": data.StudyInstanceUID, "seriesInstanceUid": data.SeriesInstanceUID,
             "sopInstanceUids": [data.SOPInstanceUID], "spacing": {"mm": [mm, mm], "source": source}, "landmarks": marks, "vertebrae": [],
             "measurements": hipmath.measure(found, cups, (mm, mm)) if cups else [], "expect": expect, "tolerance": TOLERANCE,
             "simulated": {"seed": seed, "index": index, "kind": drawn.kind}}
    with open(os.path.join(folder, "truth.json"), "w") as file:
        json.dump(truth, file, indent=1)
    return truth
