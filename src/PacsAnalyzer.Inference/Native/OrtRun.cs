using System.Buffers;
using System.Runtime.InteropServices;

namespace PacsAnalyzer.Inference.Native;

/// <summary>One run of a session: pins the inputs, runs, copies the outputs out, releases everything.</summary>
internal static unsafe class OrtRun
{
    // OrtArenaAllocator 1 and OrtMemTypeDefault 0 of the C header.
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;

    /// <summary>Runs; the inputs have been checked against the model.</summary>
    /// <param name="api">The table.</param>
    /// <param name="session">The session.</param>
    /// <param name="inputs">Name and value of each input.</param>
    /// <param name="outputs">The outputs wanted.</param>
    /// <param name="runOptions">Options through which the run is ended early.</param>
    public static Dictionary<string, Tensor> Execute(
        OrtApi api, OrtHandle session, IReadOnlyList<KeyValuePair<string, Tensor>> inputs, IReadOnlyList<TensorInfo> outputs, OrtHandle runOptions)
    {
        var pins = new List<MemoryHandle>();
        var values = new List<OrtHandle>();
        try
        {
            nint memory = 0;
            api.Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)api.Address(OrtFunction.CreateCpuMemoryInfo))(ArenaAllocator, DefaultMemory, &memory), "Describing memory");
            using var memoryInfo = new OrtHandle(api, OrtFunction.ReleaseMemoryInfo, memory);

            var inputNames = new nint[inputs.Count];
            var inputValues = new nint[inputs.Count];
            for (int i = 0; i < inputs.Count; i++)
            {
                inputNames[i] = Pin(OrtApi.Utf8(inputs[i].Key), pins);
                OrtHandle value = Wrap(api, memoryInfo, inputs[i].Value, pins);
                values.Add(value);
                inputValues[i] = value.Value;
            }

            nint[] outputNames = [.. outputs.Select(o => Pin(OrtApi.Utf8(o.Name), pins))];
            var outputValues = new nint[outputs.Count];
            nint status;
            fixed (nint* inName = inputNames, inValue = inputValues, outName = outputNames, outValue = outputValues)
            {
                status = ((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)api.Address(OrtFunction.Run))(
                    session.Value, runOptions.Value, inName, inValue, (nuint)inputs.Count, outName, (nuint)outputs.Count, outValue);
            }

            values.AddRange(outputValues.Where(v => v != 0).Select(v => new OrtHandle(api, OrtFunction.ReleaseValue, v)));
            api.Check(status, "Running the model");

            var result = new Dictionary<string, Tensor>(outputs.Count, StringComparer.Ordinal);
            for (int i = 0; i < outputs.Count; i++)
            {
                result.Add(outputs[i].Name, CopyOut(api, outputValues[i], outputs[i].Name));
            }

            return result;
        }
        finally
        {
            values.ForEach(v => v.Dispose());
            pins.ForEach(p => p.Dispose());
        }
    }

    private static nint Pin<T>(T[] data, List<MemoryHandle> pins)
    {
        MemoryHandle pin = data.AsMemory().Pin();
        pins.Add(pin);
        return (nint)pin.Pointer;
    }

    private static OrtHandle Wrap(OrtApi api, OrtHandle memoryInfo, Tensor tensor, List<MemoryHandle> pins)
    {
        nint data = Pin(tensor.Data, pins);
        nint value = 0;
        fixed (long* shape = tensor.Shape)
        {
            api.Check(
                ((delegate* unmanaged[Cdecl]<nint, nint, nuint, long*, nuint, int, nint*, nint>)api.Address(OrtFunction.CreateTensorWithDataAsOrtValue))(
                    memoryInfo.Value, data, (nuint)tensor.Data.LongLength * sizeof(float), shape, (nuint)tensor.Shape.Length, TensorInfo.Float32, &value),
                "Wrapping an input");
        }

        return new OrtHandle(api, OrtFunction.ReleaseValue, value);
    }

    private static Tensor CopyOut(OrtApi api, nint value, string name)
    {
        nint info = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)api.Address(OrtFunction.GetTensorTypeAndShape))(value, &info), "Reading an output");
        using var owner = new OrtHandle(api, OrtFunction.ReleaseTensorTypeAndShapeInfo, info);
        (int type, long[] shape) = OrtSignature.Describe(api, info);
        if (type != TensorInfo.Float32)
        {
            throw new InferenceException($"Output {name} has ONNX element type {type}; only float32 (1) is read: cast it when exporting the model");
        }

        nuint count = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)api.Address(OrtFunction.GetTensorShapeElementCount))(info, &count), "Counting an output");
        nint data = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)api.Address(OrtFunction.GetTensorMutableData))(value, &data), "Reading an output");
        var copy = new float[checked((int)count)];
        if (copy.Length > 0)
        {
            Marshal.Copy(data, copy, 0, copy.Length);
        }

        return new Tensor(copy, shape);
    }
}
