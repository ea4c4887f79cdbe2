"""The trained network as one static graph: proposals, RoI fusion, class-wise suppression, masks, erosion, densities."""
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.ops import nms

from train.spine import network as net

PLACES, BEFORE, PROPOSALS, SIZE = 32, 160, 80, 512
PROPOSAL_IOU, FINAL_IOU = 0.7, 0.4


class Graph(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer("base", net.anchors(SIZE, SIZE))
        counts = [len(net.RATIOS) * (SIZE // s) ** 2 for s in net.STRIDES]
        self.starts = [sum(counts[:i]) for i in range(len(counts) + 1)]

    def suppressed(self, boxes, scores, iou):
        """Scores with those of suppressed boxes set below zero: NMS of a fixed shape."""
        keep = nms(boxes, scores, iou)
        return torch.full_like(scores, -1.0).scatter(0, keep, scores.gather(0, keep))

    def forward(self, image):
        m = self.model
        levels = m.backbone(image)
        scores, offsets = m.propose(levels)
        found, base, shift = [], [], []
        for a, b in zip(self.starts[:-1], self.starts[1:]):
            s, at = scores[0, a:b].topk(min(BEFORE, b - a))
            found.append(s)
            base.append(self.base[a:b][at])
            shift.append(offsets[0, a:b][at])
        s = torch.sigmoid(torch.cat(found))
        boxes = net.decode(torch.cat(shift), torch.cat(base)).clamp(0.0, float(SIZE))
        _, at = self.suppressed(boxes, s, PROPOSAL_IOU).topk(PROPOSALS)
        boxes = boxes[at]
        zero = torch.zeros(PROPOSALS, 1)
        logits, offsets = m.box_head(levels, torch.cat([zero, boxes], 1))
        chance = F.softmax(logits, 1)
        score, label = chance[:, 1:].max(1)
        label = label + 1
        pick = offsets.view(PROPOSALS, 3, 4).gather(1, label.view(-1, 1, 1).expand(-1, 1, 4))[:, 0]
        boxes = net.decode(pick, boxes).clamp(0.0, float(SIZE))
        apart = boxes + (label.float() * 2.0 * SIZE)[:, None]
        score, at = self.suppressed(apart, score, FINAL_IOU).topk(PLACES)
        score, boxes, label = score.clamp(min=0.0), boxes[at], label[at].float()
        features, cut = m.fused(image, levels, torch.cat([zero[:PLACES], boxes], 1))
        masks = torch.sigmoid(m.mask(features))
        density = m.densities(features, cut, (masks > 0.5).float())
        return boxes, score, label, masks[:, 0], density
