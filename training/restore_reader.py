"""The shipped int8 graph back to weights that a training can go on from.

    python -m training.restore_reader --out OUT/shipped.pt

The weights are those of the graph, rounded to int8 as they are there; a further training takes them where it will.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from training.encoder import Encoder, Shape
from training.model import Reader, save_model

from riwaya.annotate.reader import installed_folder

_PRODUCT = re.compile(r"/(encoder/)?(layers\.\d+/\w+|\w+)/(?:linear/)?(?:MatMul|Gemm)")
_OPERATIONS = ("MatMul", "MatMulInteger", "Gemm")
_LAYER = re.compile(r"encoder\.layers\.(\d+)\.")


def restore(graph: Path, described: dict[str, Any]) -> Reader:
    """Return the reader that an exported graph was made of, and what its labels.json says."""
    model = onnx.load(graph).graph
    held = {one.name: numpy_helper.to_array(one) for one in model.initializer}
    weights = dict(_tables(held)) | dict(_matrices(model, held))
    weights["distances"] = np.array([link["distances"] for link in described["links"]], np.float32)
    if "lengths" in described:
        weights["lengths"] = np.array(described["lengths"], np.float32)
    layers = 1 + max(int(found[1]) for name in weights if (found := _LAYER.match(name)))
    rows, hidden = weights["encoder.words.weight"].shape
    wide = len(weights["encoder.layers.0.widen.bias"])
    narrows = described.get("narrows", layers)
    shape = Shape(vocabulary=rows, hidden=hidden, layers=layers, feed_forward=wide, narrows=narrows)
    reader = Reader(Encoder(shape))
    for name, values in reader.state_dict().items():
        if name in weights:
            # Columns beyond the matrix's own repeat some of them (`export_reader.spread_outliers`).
            parts = tuple(slice(0, size) for size in values.shape)
            values.copy_(torch.from_numpy(np.ascontiguousarray(weights[name][parts])))
        elif name.split(".")[0] not in _NEWER:
            raise ValueError(f"{graph} holds no {name}")
    return reader


# What older graphs do not hold: it begins anew.
_NEWER = ("firsts", "lasts", "lengths")


def _exact(name: str, held: dict[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    """Return a tensor of the graph, whether rounded or not."""
    stem = name.removesuffix("_quantized")
    if stem in held:
        return held[stem].astype(np.float32)
    zero = held[f"{stem}_zero_point"].astype(np.float32)
    rounded: NDArray[np.float32] = held[f"{stem}_quantized"].astype(np.float32) - zero
    return rounded * held[f"{stem}_scale"].astype(np.float32)


def _tables(held: dict[str, NDArray[np.generic]]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for name in held:
        if name.startswith("reader.") and not name.endswith(("_scale", "_zero_point")):
            stem = name.removesuffix("_quantized")
            yield stem.removeprefix("reader.").replace(".linear.", "."), _exact(stem, held)


def _matrices(
    model: onnx.GraphProto, held: dict[str, NDArray[np.generic]]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for node in model.node:
        found = _PRODUCT.match(node.name) if node.op_type in _OPERATIONS else None
        constant = node.input[1].removesuffix("_quantized") if found else ""
        if not found or not (constant in held or f"{constant}_quantized" in held):
            continue
        inside = "encoder." if found[1] or found[2] == "features" else ""
        whole = _exact(constant, held)
        flipped = any(attribute.name == "transB" and attribute.i for attribute in node.attribute)
        yield f"{inside}{found[2].replace('/', '.')}.weight", whole if flipped else whole.T


def main() -> int:
    """Restore the shipped reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=installed_folder())
    options = parser.parse_args()
    described = json.loads((options.folder / "labels.json").read_text("utf-8"))
    save_model(restore(options.folder / "reader.onnx", described), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
