#!/usr/bin/env python3
"""Writes the ONNX files of this folder (Debian: python3-onnx). Run it after a change; the files are committed.

affine.onnx  y = 2 x + 1 on [N, 3]; z = the sum of each row, [N, 1].
loop.onnx    a Loop of `trips` multiplications: a run long enough to be ended.
ssd.onnx     image [1, 1, 32, 32] -> locations [1, 24, 4], confidences [1, 24, 3]: zeros (2 x 2 cells, 6 priors).
int64.onnx   y is int64: refused when run.
"""
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = pathlib.Path(__file__).parent
F = TensorProto.FLOAT


def save(name, nodes, inputs, outputs, constants=()):
    graph = helper.make_graph(nodes, name, inputs, outputs, [numpy_helper.from_array(v, k) for k, v in constants])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="pacs-analyzer")
    model.ir_version = 7
    onnx.checker.check_model(model)
    onnx.save(model, str(HERE / f"{name}.onnx"))


def value(name, shape, kind=F):
    return helper.make_tensor_value_info(name, kind, shape)


def affine():
    save("affine",
         [helper.make_node("Mul", ["x", "two"], ["t"]), helper.make_node("Add", ["t", "one"], ["y"]),
          helper.make_node("ReduceSum", ["x", "axis"], ["z"], keepdims=1)],
         [value("x", ["N", 3])], [value("y", ["N", 3]), value("z", ["N", 1])],
         [("two", np.float32([2])), ("one", np.float32([1])), ("axis", np.int64([1]))])


def loop():
    body = helper.make_graph(
        [helper.make_node("MatMul", ["state", "m"], ["next"]), helper.make_node("Identity", ["cond"], ["cond_out"])],
        "body", [value("i", [], TensorProto.INT64), value("cond", [], TensorProto.BOOL), value("state", [128, 128])],
        [value("cond_out", [], TensorProto.BOOL), value("next", [128, 128])])
    save("loop",
         [helper.make_node("ConstantOfShape", ["square"], ["m"]), helper.make_node("Cast", ["trips"], ["count"], to=TensorProto.INT64),
          helper.make_node("ConstantOfShape", ["square"], ["start"]),
          helper.make_node("Loop", ["count", "yes", "start"], ["y"], body=body)],
         [value("trips", [])], [value("y", [128, 128])],
         [("square", np.int64([128, 128])), ("yes", np.bool_(True))])


def ssd():
    def zeros(out, last):
        return [helper.make_node("ConstantOfShape", [f"{out}_shape"], [f"{out}_zero"]),
                helper.make_node("Add", [f"{out}_zero", "mean"], [out])]
    save("ssd",
         [helper.make_node("ReduceMean", ["image"], ["m4"], keepdims=0), helper.make_node("Mul", ["m4", "nought"], ["mean"])]
         + zeros("locations", 4) + zeros("confidences", 3),
         [value("image", [1, 1, 32, 32])], [value("locations", [1, 24, 4]), value("confidences", [1, 24, 3])],
         [("nought", np.float32(0)), ("locations_shape", np.int64([1, 24, 4])), ("confidences_shape", np.int64([1, 24, 3]))])


def int64():
    save("int64", [helper.make_node("Cast", ["x"], ["y"], to=TensorProto.INT64)], [value("x", [2])], [value("y", [2], TensorProto.INT64)])


if __name__ == "__main__":
    affine()
    loop()
    ssd()
    int64()
