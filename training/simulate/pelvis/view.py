"""The X-ray tube, the detector and how points of space fall on the film."""
from dataclasses import dataclass

import numpy as np


@dataclass
class View:
    """source: (x, y) over the detector, distance: source to detector; table: how far the pelvis origin lies over it (mm).

    origin: detector mm of the film's top left corner; pixel: detector mm; size: (rows, columns).
    """
    source: tuple
    distance: float
    table: float
    origin: tuple
    pixel: float
    size: tuple

    @property
    def magnification(self):
        return self.distance / (self.distance - self.table)

    def project(self, points):
        """Film coordinates (column, row), (0, 0) the top left corner of the top left pixel."""
        points = np.asarray(points)
        factor = self.distance / (self.distance - self.table - points[..., 2])
        column = (self.source[0] + (points[..., 0] - self.source[0]) * factor - self.origin[0]) / self.pixel
        row = (self.source[1] + (points[..., 1] - self.source[1]) * factor - self.origin[1]) / self.pixel
        return np.stack([column, row], axis=-1)

    def slope(self, point):
        """d(x, y)/dz of the ray through a point, z to the source."""
        height = self.distance - self.table - point[2]
        return (self.source[0] - point[0]) / height, (self.source[1] - point[1]) / height

    def local(self, point):
        """Pixels a mm at a point's depth."""
        return self.distance / (self.distance - self.table - point[2]) / self.pixel

    def drop(self, clouds):
        """Thickness map (mm) of (points, mass) pairs: mass over the pixel's area at the point's depth."""
        rows, columns = self.size
        total = np.zeros(rows * columns)
        for points, mass in clouds:
            z = points[:, 2]
            factor = np.float32(self.distance / self.pixel) / (np.float32(self.distance - self.table) - z)
            column = (points[:, 0] - np.float32(self.source[0])) * factor + np.float32((self.source[0] - self.origin[0]) / self.pixel)
            row = (points[:, 1] - np.float32(self.source[1])) * factor + np.float32((self.source[1] - self.origin[1]) / self.pixel)
            inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
            index = row[inside].astype(np.int32) * columns + column[inside].astype(np.int32)
            total += np.bincount(index, weights=(mass * factor * factor)[inside], minlength=rows * columns)
        return total.reshape(rows, columns).astype(np.float32)
