using System.Runtime.InteropServices;

namespace PacsAnalyzer.Inference.Native;

/// <summary>Reads the names, types and shapes of a session's inputs and outputs.</summary>
internal static unsafe class OrtSignature
{
    /// <summary>The inputs.</summary>
    /// <param name="api">The table.</param>
    /// <param name="session">The session.</param>
    public static TensorInfo[] Inputs(OrtApi api, OrtHandle session) =>
        Read(api, session, OrtFunction.SessionGetInputCount, OrtFunction.SessionGetInputName, OrtFunction.SessionGetInputTypeInfo);

    /// <summary>The outputs.</summary>
    /// <param name="api">The table.</param>
    /// <param name="session">The session.</param>
    public static TensorInfo[] Outputs(OrtApi api, OrtHandle session) =>
        Read(api, session, OrtFunction.SessionGetOutputCount, OrtFunction.SessionGetOutputName, OrtFunction.SessionGetOutputTypeInfo);

    /// <summary>Element type and dimensions of an OrtTensorTypeAndShapeInfo.</summary>
    /// <param name="api">The table.</param>
    /// <param name="shapeInfo">The object; stays the caller's.</param>
    public static (int ElementType, long[] Shape) Describe(OrtApi api, nint shapeInfo)
    {
        int type = 0;
        nuint rank = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)api.Address(OrtFunction.GetTensorElementType))(shapeInfo, &type), "Reading an element type");
        api.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)api.Address(OrtFunction.GetDimensionsCount))(shapeInfo, &rank), "Reading a rank");
        var shape = new long[checked((int)rank)];
        fixed (long* s = shape)
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)api.Address(OrtFunction.GetDimensions))(shapeInfo, s, rank), "Reading a shape");
        }

        return (type, shape);
    }

    private static TensorInfo[] Read(OrtApi api, OrtHandle session, OrtFunction countFunction, OrtFunction nameFunction, OrtFunction typeFunction)
    {
        nuint count = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)api.Address(countFunction))(session.Value, &count), "Counting inputs or outputs");
        nint allocator = 0;
        api.Check(((delegate* unmanaged[Cdecl]<nint*, nint>)api.Address(OrtFunction.GetAllocatorWithDefaultOptions))(&allocator), "Getting the allocator");
        var result = new TensorInfo[checked((int)count)];
        for (int i = 0; i < result.Length; i++)
        {
            nint name = 0;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, nint*, nint>)api.Address(nameFunction))(session.Value, (nuint)i, allocator, &name), "Reading a name");
            string text = Marshal.PtrToStringUTF8(name) ?? string.Empty;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)api.Address(OrtFunction.AllocatorFree))(allocator, name), "Freeing a name");

            nint typeInfo = 0;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)api.Address(typeFunction))(session.Value, (nuint)i, &typeInfo), "Reading a type");
            using var owner = new OrtHandle(api, OrtFunction.ReleaseTypeInfo, typeInfo);
            // Borrowed from typeInfo: not released. Null where the value is no tensor (a sequence, a map).
            nint tensorInfo = 0;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)api.Address(OrtFunction.CastTypeInfoToTensorInfo))(typeInfo, &tensorInfo), "Reading a type");
            (int type, long[] shape) = tensorInfo == 0 ? (0, []) : Describe(api, tensorInfo);
            result[i] = new TensorInfo(text, type, shape);
        }

        return result;
    }
}
