namespace PacsAnalyzer.Inference;

/// <summary>A status other than OK that ONNX Runtime returned.</summary>
public sealed class OnnxRuntimeException : InferenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The code of the status.</param>
    /// <param name="operation">What was being done.</param>
    /// <param name="text">ONNX Runtime's own text.</param>
    public OnnxRuntimeException(int code, string operation, string text)
        : base($"{operation}: ONNX Runtime says \"{Clean(text)}\" (code {code})")
    {
        Code = code;
        NativeText = Clean(text);
    }

    /// <summary>The OrtErrorCode (1 fail, 2 invalid argument, 3 no such file, 7 invalid protobuf, 9 not implemented, 10 invalid graph ...).</summary>
    public int Code { get; }

    /// <summary>ONNX Runtime's own text in one line, without the place in its source that it puts first.</summary>
    public string NativeText { get; }

    private static string Clean(string text)
    {
        string line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // "/build/.../provider_bridge_ort.cc:2251 onnxruntime::Provider& ...::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load ..."
        int mark = line.LastIndexOf("[ONNXRuntimeError]", StringComparison.Ordinal);
        return mark >= 0 ? line[(mark + "[ONNXRuntimeError]".Length)..].TrimStart(' ', ':') : line;
    }
}
