using PacsAnalyzer.Inference.Native;

namespace PacsAnalyzer.Inference;

/// <summary>
/// A loaded model. <see cref="Run"/> may be called from several threads at once; do not dispose while one runs.
/// </summary>
public sealed unsafe class InferenceSession : IDisposable
{
    private readonly OnnxRuntimeLibrary _library;
    private readonly OrtHandle _session;

    private InferenceSession(OnnxRuntimeLibrary library, OrtHandle session, string modelPath, InferenceProvider provider, string? fallbackMessage)
    {
        _library = library;
        _session = session;
        ModelPath = modelPath;
        Provider = provider;
        FallbackMessage = fallbackMessage;
        Inputs = OrtSignature.Inputs(library.Api, session);
        Outputs = OrtSignature.Outputs(library.Api, session);
    }

    /// <summary>The model's file.</summary>
    public string ModelPath { get; }

    /// <summary>The provider that is used; never Auto.</summary>
    public InferenceProvider Provider { get; }

    /// <summary>Why the wanted provider is not the one used, in one line; null where it is.</summary>
    public string? FallbackMessage { get; }

    /// <summary>The model's inputs.</summary>
    public IReadOnlyList<TensorInfo> Inputs { get; }

    /// <summary>The model's outputs.</summary>
    public IReadOnlyList<TensorInfo> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="modelPath">The ONNX file.</param>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="library">The library; null to look for it.</param>
    /// <exception cref="OnnxRuntimeMissingException">No library.</exception>
    /// <exception cref="InferenceException">The file is missing or no valid model, or the provider does not work and must not give way.</exception>
    public static InferenceSession Create(string modelPath, SessionOptions? options = null, OnnxRuntimeLibrary? library = null)
    {
        options ??= new SessionOptions();
        if (!File.Exists(modelPath))
        {
            throw new InferenceException($"The model {modelPath} is not there");
        }

        library ??= OnnxRuntimeLibrary.Load();
        bool auto = options.Provider == InferenceProvider.Auto;
        InferenceProvider wanted = !auto ? options.Provider
            : library.AvailableProviders.Contains("CUDAExecutionProvider") ? InferenceProvider.Cuda : InferenceProvider.Cpu;
        if (wanted == InferenceProvider.Cpu)
        {
            return new InferenceSession(library, Open(library, modelPath, wanted, options), modelPath, wanted, null);
        }

        OrtHandle session;
        try
        {
            session = Open(library, modelPath, wanted, options);
        }
        catch (OnnxRuntimeException e)
        {
            string reason = $"{wanted} does not work here: {e.NativeText}";
            if (!auto && !options.FallbackToCpu)
            {
                throw new InferenceException($"{reason}; set Inference:Provider to Cpu, or Inference:FallbackToCpu to true", e);
            }

            return new InferenceSession(
                library, Open(library, modelPath, InferenceProvider.Cpu, options), modelPath, InferenceProvider.Cpu, $"{reason}; running on the CPU instead");
        }

        return new InferenceSession(library, session, modelPath, wanted, null);
    }

    /// <summary>Runs the model and returns all its outputs.</summary>
    /// <param name="inputs">Each input of the model by name; the values must not change before this returns.</param>
    /// <param name="cancellationToken">Ends the run between two nodes of the graph.</param>
    /// <exception cref="InferenceException">A missing, unknown or misshapen input, or a failure inside ONNX Runtime.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        CheckInputs(inputs);
        cancellationToken.ThrowIfCancellationRequested();
        OrtApi api = _library.Api;
        using OrtHandle runOptions = api.Create(OrtFunction.CreateRunOptions, OrtFunction.ReleaseRunOptions, "Creating run options");
        // Disposed before runOptions, and disposing waits for a callback that is running: the handle outlives it.
        using CancellationTokenRegistration registration = cancellationToken.Register(() => Terminate(api, runOptions));
        try
        {
            return OrtRun.Execute(api, _session, [.. inputs], Outputs, runOptions);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Releases the model.</summary>
    public void Dispose() => _session.Dispose();

    private static OrtHandle Open(OnnxRuntimeLibrary library, string modelPath, InferenceProvider provider, SessionOptions options)
    {
        OrtApi api = library.Api;
        using OrtHandle native = OrtSessionOptions.Create(api, provider, options.DeviceId, options.Threads);
        nint session = 0;
        fixed (byte* path = OrtApi.NativePath(modelPath))
        {
            api.Check(
                ((delegate* unmanaged[Cdecl]<nint, byte*, nint, nint*, nint>)api.Address(OrtFunction.CreateSession))(library.Environment, path, native.Value, &session),
                $"Loading {modelPath}");
        }

        return new OrtHandle(api, OrtFunction.ReleaseSession, session);
    }

    private static void Terminate(OrtApi api, OrtHandle runOptions) =>
        api.Check(((delegate* unmanaged[Cdecl]<nint, nint>)api.Address(OrtFunction.RunOptionsSetTerminate))(runOptions.Value), "Ending a run");

    private void CheckInputs(IReadOnlyDictionary<string, Tensor> inputs)
    {
        foreach (TensorInfo wanted in Inputs)
        {
            if (!inputs.TryGetValue(wanted.Name, out Tensor? given))
            {
                throw new InferenceException($"{ModelPath}: input {wanted.Name} is missing; given: {string.Join(", ", inputs.Keys)}");
            }

            if (wanted.ElementType != TensorInfo.Float32)
            {
                throw new InferenceException($"{ModelPath}: input {wanted.Name} has ONNX element type {wanted.ElementType}; only float32 (1) is run: cast it inside the model");
            }

            if (!wanted.Accepts(given.Shape))
            {
                throw new InferenceException($"{ModelPath}: input {wanted.Name} takes {Tensor.Describe(wanted.Shape)}, not {Tensor.Describe(given.Shape)}");
            }
        }

        string? unknown = inputs.Keys.FirstOrDefault(name => Inputs.All(i => i.Name != name));
        if (unknown is not null)
        {
            throw new InferenceException($"{ModelPath}: there is no input {unknown}; it takes {string.Join(", ", Inputs.Select(i => i.Name))}");
        }
    }
}
