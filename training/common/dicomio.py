"""DICOM writing. The only module that needs pydicom."""
import datetime
import hashlib
import uuid

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

IMPLEMENTATION_UID = "2.25.208171546291894826306177419613215706131"
FAMILY = ["EXAMPLE", "SAMPLE", "PHANTOM", "SPECIMEN", "PATTERN", "MODEL", "SYNTHETIC", "IMAGINED"]
GIVEN = ["ALEX", "ROBIN", "KIM", "SASCHA", "TONI", "CHRIS", "JEAN", "NOA"]


def uid(*parts):
    """A UID that follows from its parts: the same case gets the same UIDs each time it is written."""
    digest = hashlib.sha256("/".join(str(part) for part in parts).encode()).digest()
    return "2.25." + str(uuid.UUID(bytes=digest[:16], version=5).int)


def study(rng, key, description="", adult=(45, 88)):
    """Patient, study and equipment attributes of a synthetic person; `key` makes the UIDs."""
    day = datetime.date(2025, 1, 6) + datetime.timedelta(days=int(rng.integers(0, 360)))
    age = int(rng.integers(*adult))
    data = Dataset()
    data.SpecificCharacterSet = "ISO_IR 192"
    data.PatientName = "%s^%s" % (FAMILY[rng.integers(len(FAMILY))], GIVEN[rng.integers(len(GIVEN))])
    data.PatientID = "SIM%07d" % rng.integers(0, 10**7)
    data.PatientBirthDate = "%04d%02d%02d" % (day.year - age, rng.integers(1, 13), rng.integers(1, 28))
    data.PatientSex = "FM"[rng.integers(2)]
    data.PatientAge = "%03dY" % age
    data.StudyInstanceUID = uid(key, "study")
    data.StudyDate = data.SeriesDate = data.AcquisitionDate = data.ContentDate = day.strftime("%Y%m%d")
    data.StudyTime = "%02d%02d%02d" % (rng.integers(7, 19), rng.integers(60), rng.integers(60))
    data.SeriesTime = data.AcquisitionTime = data.ContentTime = data.StudyTime
    data.StudyID = str(int(rng.integers(1000, 9999)))
    data.AccessionNumber = "A%06d" % rng.integers(0, 10**6)
    data.ReferringPhysicianName = ""
    data.StudyDescription = description
    data.SeriesInstanceUID = uid(key, "series")
    data.SeriesNumber = 1
    data.InstitutionName = "Simulated Hospital"
    data.Manufacturer = "PacsAnalyzer Simulator"
    data.ManufacturerModelName = "simulate"
    data.DeviceSerialNumber = "0"
    data.SoftwareVersions = "1"
    return data


def pixels(data, array, bits_stored, photometric="MONOCHROME2"):
    """Puts one frame of unsigned 16-bit pixels, or signed ones where the array is int16, into the data set."""
    data.SamplesPerPixel = 1
    data.PhotometricInterpretation = photometric
    data.Rows, data.Columns = array.shape
    data.BitsAllocated, data.BitsStored, data.HighBit = 16, bits_stored, bits_stored - 1
    data.PixelRepresentation = 1 if array.dtype == np.int16 else 0
    data.PixelData = np.ascontiguousarray(array.astype("<i2" if array.dtype == np.int16 else "<u2")).tobytes()


def write(path, data, transfer_syntax=ExplicitVRLittleEndian):
    """Writes a Part 10 file; needs SOPClassUID and SOPInstanceUID. Values must already be in the transfer syntax."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = data.SOPClassUID
    meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
    meta.TransferSyntaxUID = transfer_syntax
    meta.ImplementationClassUID = IMPLEMENTATION_UID
    meta.ImplementationVersionName = "PACSANALYZER_SIM"
    data.file_meta = meta
    data.is_little_endian, data.is_implicit_VR = True, False
    data.preamble = b"\0" * 128
    data["PixelData"].VR = "OW"
    data.save_as(path, write_like_original=False)
