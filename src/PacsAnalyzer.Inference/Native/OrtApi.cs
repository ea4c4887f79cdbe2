using System.Runtime.InteropServices;
using System.Text;

namespace PacsAnalyzer.Inference.Native;

/// <summary>The function table of a loaded library, and the few calls that more than one class needs.</summary>
internal sealed unsafe class OrtApi
{
    /// <summary>The oldest table with every function used here (ONNX Runtime 1.17).</summary>
    public const uint Version = 17;

    private readonly nint* _table;

    /// <summary>Wraps a table.</summary>
    /// <param name="table">What GetApi returned.</param>
    public OrtApi(nint table) => _table = (nint*)table;

    /// <summary>The address of a function.</summary>
    /// <param name="function">Its position.</param>
    public nint Address(OrtFunction function) => _table[(int)function];

    /// <summary>The one place where a status becomes an exception; releases the status.</summary>
    /// <param name="status">What a call returned; zero is success.</param>
    /// <param name="operation">What was being done, for the message.</param>
    /// <exception cref="OnnxRuntimeException">The status is not OK.</exception>
    public void Check(nint status, string operation)
    {
        if (status == 0)
        {
            return;
        }

        int code = ((delegate* unmanaged[Cdecl]<nint, int>)Address(OrtFunction.GetErrorCode))(status);
        nint text = ((delegate* unmanaged[Cdecl]<nint, nint>)Address(OrtFunction.GetErrorMessage))(status);
        string message = Marshal.PtrToStringUTF8(text) ?? string.Empty;
        ((delegate* unmanaged[Cdecl]<nint, void>)Address(OrtFunction.ReleaseStatus))(status);
        throw new OnnxRuntimeException(code, operation, message);
    }

    /// <summary>Calls a function whose only argument is the place of the new object.</summary>
    /// <param name="create">The function that creates.</param>
    /// <param name="release">The function that releases.</param>
    /// <param name="operation">What was being done, for the message.</param>
    public OrtHandle Create(OrtFunction create, OrtFunction release, string operation)
    {
        nint value = 0;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)Address(create))(&value), operation);
        return new OrtHandle(this, release, value);
    }

    /// <summary>A zero-terminated UTF-8 copy of a text, for a const char* argument.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>A zero-terminated copy of a path in the form of ORTCHAR_T: UTF-16 on Windows, UTF-8 elsewhere.</summary>
    /// <param name="path">The path.</param>
    public static byte[] NativePath(string path) =>
        OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : Utf8(path);
}
