"""The pelvis simulator, its truth and the networks' shapes."""
import unittest

import numpy as np

from common import hipmath, preprocess
from simulate.pelvis import prosthesis, scene
from simulate.pelvis.view import View


class Measurements(unittest.TestCase):
    def test_level_line_and_cup_of_forty_degrees(self):
        a = np.radians(40)
        lateral, medial = (100 + 50 * np.cos(a), 100 - 50 * np.sin(a)), (100 - 50 * np.cos(a), 100 + 50 * np.sin(a))
        self.assertAlmostEqual(hipmath.inclination(lateral, medial, (0, 300), (200, 300)), 40, places=6)
        self.assertAlmostEqual(hipmath.coverage(lateral, medial, lateral), 100, places=6)
        dome = (100 - 50 * np.sin(a), 100 - 50 * np.cos(a))
        self.assertAlmostEqual(hipmath.coverage(lateral, medial, dome), 50, places=6)

    def test_offsets_are_superior_and_lateral_positive(self):
        place = {"teardrop.left": (300, 200), "teardrop.right": (100, 200), "symphysis.superior": (200, 230), "cup.lateral": (70, 130), "cup.medial": (50, 170),
                 "contralateral.centre": (330, 160)}
        values = {m["code"]: m["value"] for m in hipmath.measure(place, ["R"], (0.5, 0.5))}
        self.assertAlmostEqual(values["HRC-VOFF"], 5.0)
        self.assertAlmostEqual(values["HRC-HOFF"], 5.0)
        self.assertEqual({m["reason"] for m in hipmath.measure(place, ["R"], None) if m["code"].startswith("HRC")}, {"NO_SPACING"})


class Simulation(unittest.TestCase):
    def test_cup_seen_from_the_front_keeps_its_inclination(self):
        view = View((0, 0), 1e7, 100, (-100, -100), 0.5, (400, 400))
        for sign in (1, -1):
            cup = prosthesis.Cup(np.zeros(3), 25.0, prosthesis.axis(43, 18, sign), sign)
            marks = cup.landmarks(view, 130)
            self.assertAlmostEqual(hipmath.inclination(marks["lateral"], marks["medial"], (0, 0), (1, 0)), 43, places=2)
            self.assertAlmostEqual(hipmath.coverage(marks["lateral"], marks["medial"], marks["contact"]), 130 / 1.8, places=2)
            self.assertGreater(sign * (marks["lateral"][0] - marks["medial"][0]), 0)

    def test_same_seed_same_film_and_nine_landmarks(self):
        first = scene.draw(np.random.default_rng([1, 2]), kind="unilateral", calm=True)
        second = scene.draw(np.random.default_rng([1, 2]), kind="unilateral", calm=True)
        self.assertTrue(np.array_equal(first.image, second.image))
        found, sides = first.landmarks()
        self.assertEqual(set(found), set(scene.LANDMARKS))
        self.assertLess(found["teardrop.right"][0], found["teardrop.left"][0])
        self.assertEqual(len(hipmath.measure(found, sides, (1, 1))), 4)


class Preprocessing(unittest.TestCase):
    def test_network_point_is_film_point_scaled(self):
        film = np.zeros((300, 400), np.float32)
        film[100:104, 200:204] = 1
        done = preprocess.prepare(film, (0.5, 0.5))
        y, x = np.unravel_index(done.fine.argmax(), done.fine.shape)
        self.assertEqual(done.network.shape, (512, 512))
        self.assertAlmostEqual(done.scale[0], 1.25)
        self.assertAlmostEqual(done.factor, 512 / 500)

    def test_flat_image_stays_finite(self):
        self.assertTrue(np.isfinite(preprocess.prepare(np.ones((64, 64), np.float32), None).network).all())


class Network(unittest.TestCase):
    def test_priors_fit_the_manifest(self):
        from train.pelvis import boxes, network
        self.assertEqual(len(boxes.priors()), sum(level["cells"] ** 2 * n for level, n in zip(network.LEVELS, network.PRIORS)))
        self.assertEqual(network.PRIORS, [4, 6, 6, 6, 6, 4, 4])


if __name__ == "__main__":
    unittest.main()
