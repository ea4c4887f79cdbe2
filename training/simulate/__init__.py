"""Simulated studies: DICOM series with the truth beside them."""
