"""File entries of a manifest."""
import hashlib
import os


def entry(path):
    """`{ "name", "sha256", "bytes" }` of a file."""
    with open(path, "rb") as file:
        content = file.read()
    return {"name": os.path.basename(path), "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
