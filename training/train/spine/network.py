"""The enhanced Mask R-CNN of the method: ResNet18, multi-level feature enhancement, dense pyramid, RoI fusion, erosion, estimator."""
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import resnet18
from torchvision.ops import roi_align

WIDTH, STRIDES = 96, (4, 8, 16, 32, 64)
SIZES = (24.0, 42.0, 76.0, 140.0, 240.0)
RATIOS = (0.6, 1.0, 1.6)
EROSIONS = 5
DENSITY_MEAN, DENSITY_STD = 120.0, 60.0
PICTURE_MEAN, PICTURE_STD = 55.0, 60.0      # of the grey values 0..255


def unit(i, o, k=1, s=1):
    return nn.Sequential(nn.Conv2d(i, o, k, s, k // 2, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Enhancement(nn.Module):
    """MFE: the finer level through a transition and 2x down, the coarser one through a compression and 2x up, merged and added to the middle."""

    def __init__(self, fine, middle, coarse):
        super().__init__()
        self.transition, self.compression, self.merge = unit(fine, middle), unit(coarse, middle), unit(3 * middle, middle)

    def forward(self, fine, middle, coarse):
        a = F.max_pool2d(self.transition(fine), 2, 2) if fine.shape[-1] != middle.shape[-1] else self.transition(fine)
        b = F.interpolate(self.compression(coarse), scale_factor=2.0, mode="nearest")
        return middle + self.merge(torch.cat([a, middle, b], 1))


class Backbone(nn.Module):
    def __init__(self):
        super().__init__()
        r = resnet18(weights=None)
        self.c1 = nn.Sequential(r.conv1, r.bn1, r.relu)                 # 64, stride 2
        self.c2, self.c3, self.c4, self.c5 = nn.Sequential(nn.MaxPool2d(2, 2), r.layer1), r.layer2, r.layer3, r.layer4
        c = (64, 64, 128, 256, 512)
        self.enhance = nn.ModuleList([Enhancement(c[i - 2], c[i - 1], c[i]) for i in (2, 3, 4)])
        self.squeeze = nn.ModuleList([unit(c[i - 1], WIDTH) for i in (2, 3, 4)])
        self.p5 = unit(512, WIDTH)
        self.fuse = nn.ModuleList([unit(3 * WIDTH, WIDTH) for _ in range(3)])

    def forward(self, x):
        c = [self.c1(x)]
        for stage in (self.c2, self.c3, self.c4, self.c5):
            c.append(stage(c[-1]))
        p5 = self.p5(c[4])
        p = {5: p5, 6: F.max_pool2d(p5, 2, 2)}
        for i in (4, 3, 2):
            e = self.squeeze[i - 2](self.enhance[i - 2](c[i - 2], c[i - 1], c[i]))
            up2 = F.interpolate(p[i + 1], scale_factor=2.0, mode="nearest")
            up4 = F.interpolate(p[i + 2], scale_factor=4.0, mode="nearest")
            p[i] = self.fuse[i - 2](torch.cat([e, up2, up4], 1))
        return [p[i] for i in (2, 3, 4, 5, 6)]


def weights(start, end, size, length):
    """Bilinear weights [R, size, length] of the bins' centres along one axis."""
    at = start[:, None] + (torch.arange(size) + .5)[None] * ((end - start) / size)[:, None] - .5
    at = at.clamp(0, length - 1)
    return (1 - (at[:, :, None] - torch.arange(length)[None, None]).abs()).clamp(min=0)


def align_product(feature, rois, size, stride):
    """The same values as roi_align(feature, rois, size, 1 / stride, 1, True); rois are ordered by picture."""
    out = []
    for i in range(feature.shape[0]):
        r = rois[rois[:, 0] == i, 1:] / stride
        c, h, w = feature.shape[1:]
        ay, ax = weights(r[:, 1], r[:, 3], size, h).to(feature.dtype), weights(r[:, 0], r[:, 2], size, w).to(feature.dtype)
        t = (ay.reshape(-1, h) @ feature[i].permute(1, 0, 2).reshape(h, c * w)).view(len(r), size * c, w)
        t = torch.bmm(t, ax.transpose(1, 2)).view(len(r), size, c, size)
        out.append(t.permute(0, 2, 1, 3))
    return torch.cat(out).contiguous(memory_format=torch.channels_last)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = Backbone()
        n = len(RATIOS)
        self.rpn = unit(WIDTH, WIDTH, 3)
        self.rpn_score, self.rpn_box = nn.Conv2d(WIDTH, n, 1), nn.Conv2d(WIDTH, 4 * n, 1)
        self.fc = nn.Sequential(nn.Linear(WIDTH * 49, 384), nn.ReLU(inplace=True), nn.Linear(384, 256), nn.ReLU(inplace=True))
        self.classes, self.offsets = nn.Linear(256, 3), nn.Linear(256, 12)
        self.up14, self.up28 = unit(WIDTH, WIDTH, 3), unit(WIDTH, WIDTH, 3)
        self.mask = nn.Sequential(unit(WIDTH + 3, 48, 3), unit(48, 48, 3), nn.Conv2d(48, 1, 1))
        self.narrow = unit(WIDTH + 3, 24, 3, 2)
        self.estimate = nn.Sequential(nn.Linear(24 * 28 * 28 + 6, 64), nn.ReLU(inplace=True))
        self.density, self.direct = nn.Linear(64, 1), nn.Linear(6, 1)
        for m in (self.rpn_score, self.rpn_box, self.classes, self.offsets):
            nn.init.normal_(m.weight, std=.01)
            nn.init.zeros_(m.bias)
        nn.init.constant_(self.rpn_score.bias, -3.0)
        self.start_density()

    def start_density(self):
        """The estimator starts as the physical line from mean attenuation to density; training corrects it from the features."""
        with torch.no_grad():
            slope = 0.81 * PICTURE_STD * 1000 / 255
            self.direct.weight.zero_()
            self.direct.weight[0, :3] = slope / DENSITY_STD / 3
            self.direct.bias.fill_((0.81 * (PICTURE_MEAN * 1000 / 255 - 150) - 2.1 - DENSITY_MEAN) / DENSITY_STD)
            self.density.weight.mul_(0.1)
            self.density.bias.zero_()

    def propose(self, levels):
        """Scores [N, A] and offsets [N, A, 4] over P2..P6, ordered level, row, column, anchor."""
        scores, boxes = [], []
        for p in levels:
            h = self.rpn(p)
            s, b = self.rpn_score(h), self.rpn_box(h)
            scores.append(s.permute(0, 2, 3, 1).reshape(s.shape[0], -1))
            boxes.append(b.permute(0, 2, 3, 1).reshape(b.shape[0], -1, 4))
        return torch.cat(scores, 1), torch.cat(boxes, 1)

    def align(self, feature, rois, size, stride):
        """RoIAlign, one sample a bin. In training as two matrix products, whose gradient is many times faster on a CPU."""
        if self.training:
            return align_product(feature, rois, size, stride)
        return roi_align(feature.float(), rois, size, 1.0 / stride, 1, True)

    def box_head(self, levels, rois):
        m1 = sum(self.align(p, rois, 7, s) for p, s in zip(levels, STRIDES))
        h = self.fc(m1.flatten(1))
        return self.classes(h), self.offsets(h)

    def fused(self, image, levels, rois):
        """56 x 56 features of the method, and the picture itself cut the same way (beyond it)."""
        a = [self.align(p, rois, n, s) for p, n, s in zip(levels, (56, 56, 28, 28, 14), STRIDES)]
        m2, m3 = torch.maximum(a[0], a[1]), torch.maximum(a[2], a[3])
        f = F.interpolate(self.up14(a[4]), scale_factor=2.0, mode="nearest") + m3
        f = F.interpolate(self.up28(f), scale_factor=2.0, mode="nearest") + m2
        with torch.autocast("cpu", enabled=False):
            cut = self.align(image.float(), rois, 56, 1)
        return torch.cat([f, cut.to(f.dtype)], 1), cut

    def densities(self, features, cut, mask):
        """mask: [R, 1, 56, 56] of 0 and 1; eroded, it selects what the estimator sees."""
        for _ in range(EROSIONS):
            mask = 1.0 - F.max_pool2d(1.0 - mask, 3, 1, 1)
        n = mask.sum((2, 3)) + 1.0
        mean = (cut * mask).sum((2, 3)) / n
        var = ((cut * mask) ** 2).sum((2, 3)) / n - mean ** 2
        six = torch.cat([mean, torch.sqrt(var.clamp(min=0) + 1e-4)], 1)
        h = self.narrow(features * mask.to(features.dtype))
        h = self.estimate(torch.cat([h.flatten(1).float(), six], 1).to(features.dtype)).float()
        return (self.density(h) + self.direct(six))[:, 0] * DENSITY_STD + DENSITY_MEAN


def anchors(height, width, device="cpu"):
    out = []
    for stride, size in zip(STRIDES, SIZES):
        h, w = height // stride, width // stride
        cy, cx = torch.meshgrid((torch.arange(h) + .5) * stride, (torch.arange(w) + .5) * stride, indexing="ij")
        r = torch.tensor(RATIOS).sqrt()
        aw, ah = size / r, size * r
        c = torch.stack([cx, cy], -1)[:, :, None].expand(h, w, len(RATIOS), 2)
        d = torch.stack([aw, ah], -1)[None, None].expand_as(c) / 2
        out.append(torch.cat([c - d, c + d], -1).reshape(-1, 4))
    return torch.cat(out).to(device)


def encode(boxes, base):
    c, d = (base[:, :2] + base[:, 2:]) / 2, base[:, 2:] - base[:, :2]
    bc, bd = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
    return torch.cat([(bc - c) / d * 10, torch.log(bd / d) * 5], 1)


def decode(offsets, base):
    c, d = (base[..., :2] + base[..., 2:]) / 2, base[..., 2:] - base[..., :2]
    bc, bd = c + offsets[..., :2] / 10 * d, torch.exp((offsets[..., 2:] / 5).clamp(max=4.0)) * d
    return torch.cat([bc - bd / 2, bc + bd / 2], -1)
