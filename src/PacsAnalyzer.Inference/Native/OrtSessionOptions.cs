namespace PacsAnalyzer.Inference.Native;

/// <summary>Builds an OrtSessionOptions with one provider.</summary>
internal static unsafe class OrtSessionOptions
{
    private const int AllOptimizations = 99;

    /// <summary>Creates the options; the CPU follows every other provider for what that one cannot run.</summary>
    /// <param name="api">The table.</param>
    /// <param name="provider">The provider, not Auto.</param>
    /// <param name="deviceId">Number of the GPU.</param>
    /// <param name="threads">Threads on the CPU, 0 for ONNX Runtime's choice.</param>
    /// <exception cref="OnnxRuntimeException">The provider is not in the library, or does not work here.</exception>
    public static OrtHandle Create(OrtApi api, InferenceProvider provider, int deviceId, int threads)
    {
        OrtHandle options = api.Create(OrtFunction.CreateSessionOptions, OrtFunction.ReleaseSessionOptions, "Creating session options");
        try
        {
            nint o = options.Value;
            api.Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)api.Address(OrtFunction.SetSessionGraphOptimizationLevel))(o, AllOptimizations), "Setting the optimisation level");
            if (threads > 0)
            {
                api.Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)api.Address(OrtFunction.SetIntraOpNumThreads))(o, threads), "Setting the number of threads");
            }

            // Threads that spin after a run would take the cores from the node's other work.
            AddEntry(api, o, "session.intra_op.allow_spinning", "0");
            Append(api, o, provider, deviceId);
            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }

    private static void Append(OrtApi api, nint options, InferenceProvider provider, int deviceId)
    {
        switch (provider)
        {
            case InferenceProvider.Cpu:
                break;
            case InferenceProvider.Cuda:
                AppendCuda(api, options, deviceId);
                break;
            case InferenceProvider.TensorRt:
                AppendWithOptions(
                    api, options, deviceId, "Selecting TensorRT", OrtFunction.CreateTensorRtProviderOptions, OrtFunction.UpdateTensorRtProviderOptions,
                    OrtFunction.AppendExecutionProviderTensorRtV2, OrtFunction.ReleaseTensorRtProviderOptions);
                AppendCuda(api, options, deviceId);
                break;
            case InferenceProvider.WebGpu:
                AppendByName(api, options, "WebGPU");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider), provider, "Auto is resolved before.");
        }
    }

    private static void AppendCuda(OrtApi api, nint options, int deviceId) => AppendWithOptions(
        api, options, deviceId, "Selecting CUDA", OrtFunction.CreateCudaProviderOptions, OrtFunction.UpdateCudaProviderOptions,
        OrtFunction.AppendExecutionProviderCudaV2, OrtFunction.ReleaseCudaProviderOptions);

    private static void AppendWithOptions(
        OrtApi api, nint options, int deviceId, string operation, OrtFunction create, OrtFunction update, OrtFunction append, OrtFunction release)
    {
        using OrtHandle provider = api.Create(create, release, operation);
        byte[] key = OrtApi.Utf8("device_id");
        byte[] value = OrtApi.Utf8(deviceId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        fixed (byte* k = key, v = value)
        {
            byte* keys = k;
            byte* values = v;
            api.Check(((delegate* unmanaged[Cdecl]<nint, byte**, byte**, nuint, nint>)api.Address(update))(provider.Value, &keys, &values, 1), operation);
        }

        api.Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)api.Address(append))(options, provider.Value), operation);
    }

    private static void AppendByName(OrtApi api, nint options, string name)
    {
        fixed (byte* n = OrtApi.Utf8(name))
        {
            api.Check(
                ((delegate* unmanaged[Cdecl]<nint, byte*, byte**, byte**, nuint, nint>)api.Address(OrtFunction.AppendExecutionProvider))(options, n, null, null, 0),
                $"Selecting {name}");
        }
    }

    private static void AddEntry(OrtApi api, nint options, string key, string value)
    {
        fixed (byte* k = OrtApi.Utf8(key), v = OrtApi.Utf8(value))
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)api.Address(OrtFunction.AddSessionConfigEntry))(options, k, v), $"Setting {key}");
        }
    }
}
