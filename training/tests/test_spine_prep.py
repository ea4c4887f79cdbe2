"""Pre-processing keeps the half-pixel conventions that it states."""
import unittest

import numpy as np

from common import spineprep

PRE = dict(pixelMm=.7, windowWidth=1000, windowLevel=350, size=512, mean=[0] * 3, std=[1] * 3, paddingValue=0, kvpScale={"80": .84, "100": .95, "120": 1, "140": 1.07})


class Preparation(unittest.TestCase):
    def test_a_ramp_stays_a_ramp(self):
        dx = 1.4
        ramp = np.broadcast_to((np.arange(100) + .5) * dx, (100, 100))
        out = spineprep.resample(ramp, dx, dx, .7)
        self.assertEqual(out.shape, (200, 200))
        want = (np.arange(200) + .5) * .7
        self.assertTrue(np.allclose(out[50, 1:-1], want[1:-1]))

    def test_window_voltage_and_padding(self):
        planes = [np.full((10, 10), 350.0)] * 3
        out, shift = spineprep.prepare(planes, .7, .7, 120, PRE)
        self.assertEqual(shift, (251, 251))
        self.assertAlmostEqual(float(out[0, 0, 255, 255]), 127.5, places=4)
        self.assertEqual(float(out[0, 0, 0, 0]), 0)
        self.assertAlmostEqual(spineprep.kvp_factor(PRE["kvpScale"], 90), .895)

    def test_crop_is_central(self):
        a = np.zeros((600, 700))
        _, shift = spineprep.place(a, 512, 0)
        self.assertEqual(shift, (-94, -44))


if __name__ == "__main__":
    unittest.main()
