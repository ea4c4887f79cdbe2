"""The spine simulator gives the same picture for a seed, and labels that lie inside it."""
import unittest

import numpy as np

from simulate.spine import anatomy, picture, study


class Pictures(unittest.TestCase):
    def test_a_seed_repeats(self):
        a, b = (picture.sample(np.random.default_rng([5, 1])) for _ in range(2))
        self.assertTrue((a["image"] == b["image"]).all())
        self.assertTrue(np.array_equal(a["boxes"], b["boxes"]))

    def test_boxes_and_masks_agree(self):
        s = picture.sample(np.random.default_rng([5, 2]))
        self.assertGreater(len(s["boxes"]), 0)
        for b, m in zip(s["boxes"].astype(int), s["masks"]):
            full = np.unpackbits(m, axis=1)[:, :b[2] - b[0]]
            self.assertEqual(full.shape, (b[3] - b[1], b[2] - b[0]))
            self.assertTrue(full[0].any() and full[-1].any() and full[:, 0].any() and full[:, -1].any())
            self.assertTrue(b[0] >= 0 and b[1] >= 0 and b[2] <= 512 and b[3] <= 512)

    def test_density_sets_attenuation(self):
        p = anatomy.build(np.random.default_rng(1), density=100)
        for b in p.bodies:
            self.assertAlmostEqual(b.trabecular / p.scatter, (b.bmd + 2.1) / .81, places=6)


class Studies(unittest.TestCase):
    def test_bodies_ascend_and_outlines_lie_round_them(self):
        s = study.make(np.random.default_rng(3), "sagittal", slices=3, size=96, pixel=2.0, plain=True, level=2)
        self.assertGreaterEqual(len(s.truth), 4)
        heights = [np.mean([p[1] for p in v["points"]]) for v in s.truth]
        self.assertEqual(heights, sorted(heights, reverse=True))

    def test_axial_slices_follow_their_tilt(self):
        s = study.make(np.random.default_rng(4), "axial", slices=4, size=32, pixel=6.0, thickness=5, tilted=True, level=2)
        self.assertNotEqual(s.tilt, 0)
        self.assertAlmostEqual(s.orientation[4] ** 2 + s.orientation[5] ** 2, 1, places=9)
        self.assertAlmostEqual(s.positions[1][2] - s.positions[0][2], 5, places=6)


if __name__ == "__main__":
    unittest.main()
