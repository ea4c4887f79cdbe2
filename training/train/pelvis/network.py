"""SSD512 of the method: VGG layers L1-L30, seven outputs joined top-down by a feature pyramid, 3x3 heads.

Batch normalisation helps training from scratch and is folded into the convolutions at export.
"""
import torch
from torch import nn
from torch.nn import functional as F

LEVELS = [{"cells": 128, "step": 4, "minSize": 30, "maxSize": 58, "ratios": [2]},
          {"cells": 32, "step": 16, "minSize": 58, "maxSize": 110, "ratios": [2, 3]},
          {"cells": 16, "step": 32, "minSize": 110, "maxSize": 190, "ratios": [2, 3]},
          {"cells": 8, "step": 64, "minSize": 190, "maxSize": 270, "ratios": [2, 3]},
          {"cells": 4, "step": 128, "minSize": 270, "maxSize": 350, "ratios": [2, 3]},
          {"cells": 2, "step": 256, "minSize": 350, "maxSize": 430, "ratios": [2]},
          {"cells": 1, "step": 512, "minSize": 430, "maxSize": 510, "ratios": [2]}]
PRIORS = [2 + 2 * len(level["ratios"]) for level in LEVELS]
WIDTH = 256


def conv(inside, outside, kernel=3, stride=1, padding=None, dilation=1):
    padding = (kernel // 2 if padding is None else padding)
    return nn.Sequential(nn.Conv2d(inside, outside, kernel, stride, padding, dilation, bias=False),
                         nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


class Ssd512(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.classes = classes
        pool = lambda: nn.MaxPool2d(2, 2)
        self.stages = nn.ModuleList([
            nn.Sequential(conv(1, 64), conv(64, 64), pool(), conv(64, 128), conv(128, 128), pool(),
                          conv(128, 256), conv(256, 256), conv(256, 256)),                                  # L1-L9
            nn.Sequential(pool(), conv(256, 512), conv(512, 512), conv(512, 512), pool(),
                          conv(512, 512), conv(512, 512), conv(512, 512), nn.MaxPool2d(3, 1, 1),
                          conv(512, 1024, padding=6, dilation=6), conv(1024, 1024, 1)),                     # L10-L20
            nn.Sequential(conv(1024, 256, 1), conv(256, 512, stride=2)),                                    # L21-L22
            nn.Sequential(conv(512, 128, 1), conv(128, 256, stride=2)),                                     # L23-L24
            nn.Sequential(conv(256, 128, 1), conv(128, 256, stride=2)),                                     # L25-L26
            nn.Sequential(conv(256, 128, 1), conv(128, 256, stride=2)),                                     # L27-L28
            nn.Sequential(conv(256, 128, 1), conv(128, 256, 4, padding=1))])                                # L29-L30
        widths = [256, 1024, 512, 256, 256, 256, 256]
        self.laterals = nn.ModuleList([conv(w + (WIDTH if i < 6 else 0), WIDTH, 1) for i, w in enumerate(widths)])
        self.confidence = nn.ModuleList([nn.Conv2d(WIDTH, n * classes, 3, padding=1) for n in PRIORS])
        self.location = nn.ModuleList([nn.Conv2d(WIDTH, n * 4, 3, padding=1) for n in PRIORS])
        for head, n in zip(self.confidence, PRIORS):
            nn.init.normal_(head.weight, std=0.01)
            with torch.no_grad():
                head.bias.view(n, classes)[:, 0] = 4.0

    def forward(self, image, levels=7):
        features, x = [], image
        for stage in self.stages[:levels]:
            x = stage(x)
            features.append(x)
        above, joined = None, [None] * levels
        for i in reversed(range(levels)):
            x = features[i]
            if above is not None:
                x = torch.cat([x, F.interpolate(above, scale_factor=float(x.shape[2] // above.shape[2]), mode="nearest")], 1)
            elif i < 6:
                x = torch.cat([x, torch.zeros_like(x[:, :1]).expand(-1, WIDTH, -1, -1)], 1)
            above = joined[i] = self.laterals[i](x)
        where, what = [], []
        for i, x in enumerate(joined):
            where.append(self.location[i](x).permute(0, 2, 3, 1).reshape(x.shape[0], -1, 4))
            what.append(self.confidence[i](x).permute(0, 2, 3, 1).reshape(x.shape[0], -1, self.classes))
        return torch.cat(where, 1), torch.cat(what, 1)


def fold(module):
    """Batch norms into the convolutions before them, in place (the module must be in eval mode)."""
    for child in module.children():
        if isinstance(child, nn.Sequential) and len(child) == 3 and isinstance(child[1], nn.BatchNorm2d):
            child[0] = torch.nn.utils.fusion.fuse_conv_bn_eval(child[0], child[1])
            child[1] = nn.Identity()
        else:
            fold(child)
    return module
