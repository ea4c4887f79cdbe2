"""Joint losses: proposals, class and box, mask, density with the label mask in the estimator (the method's way two)."""
import torch
import torch.nn.functional as F
from torchvision.ops import box_iou, nms, roi_align

from . import network as net


def pick(flags, count):
    at = torch.nonzero(flags)[:, 0]
    return at[torch.randperm(len(at))[:count]]


def proposal_loss(scores, offsets, base, targets):
    total_s, total_b = 0.0, 0.0
    for s, o, t in zip(scores, offsets, targets):
        positive = torch.zeros(len(base), dtype=torch.bool)
        negative = torch.ones_like(positive)
        if len(t["boxes"]):
            iou = box_iou(base, t["boxes"])
            best, which = iou.max(1)
            positive = best >= .55
            positive |= (iou >= iou.max(0).values.clamp(min=.3)[None] - 1e-4).any(1)
            negative = best < .35
            p = pick(positive, 96)
            total_b = total_b + F.smooth_l1_loss(o[p], net.encode(t["boxes"][which[p]], base[p]), beta=.5)
        else:
            p = pick(positive, 0)
        free = negative & ~positive
        hard = torch.where(free, s.detach(), torch.full_like(s, -1e9)).topk(64).indices
        n = torch.cat([pick(free, 128), hard])
        total_s = total_s + F.binary_cross_entropy_with_logits(torch.cat([s[p], s[n]]), torch.cat([torch.ones(len(p)), torch.zeros(len(n))]))
    return total_s / len(targets), total_b / len(targets)


@torch.no_grad()
def rois_for(scores, offsets, base, targets, size, count=48):
    out = []
    for s, o, t in zip(scores, offsets, targets):
        top = s.topk(min(400, len(s))).indices
        b = net.decode(o[top], base[top])
        b[:, 0::2] = b[:, 0::2].clamp(0, size[1])
        b[:, 1::2] = b[:, 1::2].clamp(0, size[0])
        b = b[((b[:, 2:] - b[:, :2]) > 3).all(1)]
        b = b[nms(b, torch.arange(len(b), 0, -1).float(), .7)[:150]]
        g = t["boxes"]
        if len(g):
            wh = (g[:, 2:] - g[:, :2]).repeat(1, 2)
            b = torch.cat([b, g, g + .08 * torch.randn(len(g), 4) * wh, g + .08 * torch.randn(len(g), 4) * wh])
            best, which = box_iou(b, g).max(1)
        else:
            best, which = torch.zeros(len(b)), torch.zeros(len(b), dtype=torch.long)
        p, n = pick(best >= .5, count // 3), pick(best < .5, count)
        n = n[:count - len(p)]
        labels = torch.zeros(len(p) + len(n), dtype=torch.long)
        if len(p):
            labels[:len(p)] = t["labels"][which[p]]
        keep = torch.cat([p, n])
        out.append((b[keep], labels, which[keep], len(p)))
    return out


def head_loss(model, image, levels, sampled, targets, masks_per_image=7):
    flat = torch.cat([torch.cat([torch.full((len(b), 1), float(i)), b], 1) for i, (b, _, _, _) in enumerate(sampled)])
    labels = torch.cat([l for _, l, _, _ in sampled])
    logits, offsets = model.box_head(levels, flat)
    loss_c = F.cross_entropy(logits.float(), labels)
    goal, at, rois, mask_t, density_t = [], [], [], [], []
    start = 0
    for i, (b, l, w, p) in enumerate(sampled):
        if p:
            g = targets[i]["boxes"][w[:p]]
            goal.append(net.encode(g, b[:p]))
            at.append(torch.arange(start, start + p))
            order = torch.randperm(p)[:masks_per_image]
            rois.append(torch.cat([torch.full((len(order), 1), float(i)), b[:p][order]], 1))
            mask_t.append(torch.cat([roi_align(targets[i]["masks"][k][None, None].float(), [b[j][None]], 56, 1.0, 2, True) for j, k in zip(order, w[:p][order])]))
            density_t.append(targets[i]["densities"][w[:p]][order])
        start += len(b)
    zero = logits.sum() * 0.0
    if not at:
        return loss_c, zero, zero, zero
    at, goal = torch.cat(at), torch.cat(goal)
    o = offsets.float().view(-1, 3, 4)[at, labels[at]]
    loss_b = F.smooth_l1_loss(o, goal, beta=.5)
    rois, mask_t, density_t = torch.cat(rois), (torch.cat(mask_t) >= .5).float(), torch.cat(density_t)
    features, cut = model.fused(image, levels, rois)
    m = model.mask(features).float()
    loss_m = F.binary_cross_entropy_with_logits(m, mask_t)
    known = ~torch.isnan(density_t)
    loss_d = zero
    if known.any():
        d = model.densities(features[known], cut[known], mask_t[known])
        loss_d = F.smooth_l1_loss(d / net.DENSITY_STD, density_t[known] / net.DENSITY_STD, beta=.1)
    return loss_c, loss_b, loss_m, loss_d
