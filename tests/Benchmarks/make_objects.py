#!/usr/bin/env python3
"""Writes made CT and DX images for compare.sh: the same bytes for the same arguments.

    make_objects.py DIR [--ct 400] [--dx 20] [--warm 200]

DIR/ct gets slices of 512 x 512 (0.5 MB), DIR/dx films of 2500 x 2400 (12 MB), DIR/warm others of both with UIDs of their own.
"""
import argparse
import pathlib
import uuid

import numpy
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

CT = "1.2.840.10008.5.1.4.1.1.2"
DX = "1.2.840.10008.5.1.4.1.1.1.1"


def uid(*parts):
    """A UID derived from its parts (PS3.5 annex B.2)."""
    return "2.25.%d" % uuid.uuid5(uuid.NAMESPACE_OID, "compare/" + "/".join(map(str, parts))).int


def image(kind, group, number, rows, columns):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = CT if kind == "ct" else DX
    meta.MediaStorageSOPInstanceUID = uid(group, kind, number)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    d = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    d.is_little_endian, d.is_implicit_VR = True, False
    d.SOPClassUID = meta.MediaStorageSOPClassUID
    d.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    d.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL" if kind == "ct" else ""]
    d.StudyDate, d.StudyTime, d.AccessionNumber = "20260102", "101112", ""
    d.Modality = kind.upper()
    d.Manufacturer = "Compare"
    d.ReferringPhysicianName = ""
    d.PatientName, d.PatientID, d.PatientBirthDate, d.PatientSex = "Compare^%s" % group, "COMPARE", "19600101", "O"
    d.BodyPartExamined = "HEAD" if kind == "ct" else "CHEST"
    d.StudyInstanceUID = uid(group, "study")
    d.SeriesInstanceUID = uid(group, kind, "series")
    d.StudyID, d.SeriesNumber, d.InstanceNumber = "1", 1, number + 1
    if kind == "ct":
        d.FrameOfReferenceUID = uid(group, "frame")
        d.ImagePositionPatient = [-125, -125, number]
        d.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        d.PixelSpacing, d.SliceThickness = [0.488, 0.488], 1
        d.RescaleIntercept, d.RescaleSlope = -1024, 1
    else:
        d.ImagerPixelSpacing = [0.14, 0.14]
        d.PresentationIntentType = "FOR PRESENTATION"
    d.SamplesPerPixel, d.PhotometricInterpretation = 1, "MONOCHROME2"
    d.Rows, d.Columns = rows, columns
    d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 12, 11, 0
    noise = numpy.random.default_rng(number).integers(0, 4096, rows * columns, dtype=numpy.uint16)
    d.PixelData = noise.tobytes()
    return d


def write(folder, kind, group, count):
    folder.mkdir(parents=True, exist_ok=True)
    size = (512, 512) if kind == "ct" else (2500, 2400)
    for number in range(count):
        image(kind, group, number, *size).save_as(folder / ("%s%04d.dcm" % (kind, number)), write_like_original=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--ct", type=int, default=400)
    parser.add_argument("--dx", type=int, default=20)
    parser.add_argument("--warm", type=int, default=200)
    arguments = parser.parse_args()
    write(arguments.folder / "ct", "ct", "measured", arguments.ct)
    write(arguments.folder / "dx", "dx", "measured", arguments.dx)
    write(arguments.folder / "warm", "ct", "warm", arguments.warm)
    write(arguments.folder / "warm", "dx", "warm", arguments.warm // 50)


if __name__ == "__main__":
    main()
