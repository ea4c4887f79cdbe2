"""Stores the weights of an ONNX graph as fp16 with a Cast to float32 in front: half the file, the same arithmetic."""
import numpy as np

MINIMUM_ELEMENTS = 256


def store(model, minimum_elements=MINIMUM_ELEMENTS):
    """Changes the model in place: each large float32 initializer becomes fp16 and is cast back where it is used."""
    from onnx import TensorProto, helper, numpy_helper
    graph, casts = model.graph, []
    for index, tensor in enumerate(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(tensor)
        if values.size < minimum_elements or np.abs(values).max() > 6e4:
            continue
        half = tensor.name + "_fp16"
        casts.append(helper.make_node("Cast", [half], [tensor.name], name="Cast_" + tensor.name, to=TensorProto.FLOAT))
        graph.initializer[index].CopyFrom(numpy_helper.from_array(values.astype(np.float16), half))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)
    return model
