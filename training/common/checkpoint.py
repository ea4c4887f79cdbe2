"""Training checkpoints: written beside the target and renamed, so that a stop never leaves half a file."""
import os


def save(path, state):
    import torch
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def load(path):
    """The state, or None where there is no checkpoint yet."""
    import torch
    return torch.load(path, map_location="cpu") if os.path.exists(path) else None
