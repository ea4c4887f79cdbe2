"""Shapes of the network and of its exported form; anchors and boxes invert."""
import unittest

try:
    import torch
    import torchvision  # noqa: F401
except ImportError:
    torch = None


@unittest.skipIf(torch is None, "torch is not installed")
class Shapes(unittest.TestCase):
    def test_levels_and_anchors(self):
        from train.spine import network as net
        with torch.no_grad():
            levels = net.Network().eval().backbone(torch.zeros(1, 3, 128, 192))
        self.assertEqual([tuple(p.shape[2:]) for p in levels], [(128 // s, 192 // s) for s in net.STRIDES])
        self.assertEqual(len(net.anchors(128, 192)), sum(3 * (128 // s) * (192 // s) for s in net.STRIDES))

    def test_boxes_invert(self):
        from train.spine import network as net
        base, boxes = torch.tensor([[10., 10, 50, 40]]), torch.tensor([[14., 8, 60, 44]])
        self.assertTrue(torch.allclose(net.decode(net.encode(boxes, base), base), boxes, atol=1e-3))

    def test_outputs_have_fixed_shapes(self):
        from export.spine.graph import Graph
        from train.spine import network as net
        with torch.no_grad():
            out = Graph(net.Network().eval())(torch.zeros(1, 3, 512, 512))
        self.assertEqual([tuple(t.shape) for t in out], [(32, 4), (32,), (32,), (32, 56, 56), (32,)])
        self.assertTrue((out[1][:-1] >= out[1][1:]).all())


if __name__ == "__main__":
    unittest.main()
