using System.Security.Cryptography;

namespace PacsAnalyzer.Inference;

/// <summary>A folder models/&lt;pipeline&gt;/ whose manifest is valid and whose files match their checksums.</summary>
public sealed class ModelFolder
{
    private const string ManifestName = "manifest.json";

    private ModelFolder(string path, ModelManifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Its manifest: an <see cref="SsdManifest"/> or a <see cref="MaskRcnnManifest"/>.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The network's file.</summary>
    public string ModelPath => PathOf(Manifest.File);

    /// <summary>Reads the manifest and verifies length and SHA-256 of every file that it names.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="ModelFolderException">Anything missing or not as the manifest says; one line.</exception>
    public static ModelFolder Open(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string full = System.IO.Path.GetFullPath(directory);
        if (!Directory.Exists(full))
        {
            throw new ModelFolderException($"The model folder {full} is not there; check Inference:ModelsDirectory");
        }

        var folder = new ModelFolder(full, ManifestReader.Read(System.IO.Path.Combine(full, ManifestName)));
        foreach (ModelFile file in folder.Manifest.Files)
        {
            folder.Verify(file);
        }

        return folder;
    }

    /// <summary>Loads the network and checks its input and outputs against the manifest.</summary>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="library">The library; null to look for it.</param>
    /// <exception cref="ModelFolderException">The network does not have the input or outputs that the manifest says.</exception>
    /// <exception cref="InferenceException">The network cannot be loaded.</exception>
    public InferenceSession CreateSession(SessionOptions? options = null, OnnxRuntimeLibrary? library = null)
    {
        InferenceSession session = InferenceSession.Create(ModelPath, options, library);
        return Checked(session, () =>
        {
            CheckInput(session, Manifest.Input.Tensor, Manifest.Input.Shape);
            foreach ((string name, int rank) in Manifest.OutputRanks)
            {
                CheckOutput(session, name, rank);
            }

            if (Manifest is SsdManifest ssd)
            {
                CheckOutput(session, ssd.Outputs.Locations, [1, ssd.Ssd.PriorCount, 4]);
                CheckOutput(session, ssd.Outputs.Confidences, [1, ssd.Ssd.PriorCount, ssd.Classes.Count]);
            }
            else if (Manifest is MaskRcnnManifest mask)
            {
                CheckOutput(session, mask.Outputs.Boxes, [-1, 4]);
                CheckOutput(session, mask.Outputs.Masks, [-1, mask.MaskRcnn.MaskSize, mask.MaskRcnn.MaskSize]);
            }
        });
    }

    /// <summary>Loads the second stage of a hip model; null where the manifest has none.</summary>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <param name="library">The library; null to look for it.</param>
    /// <exception cref="ModelFolderException">The network does not have the input or output that the manifest says.</exception>
    /// <exception cref="InferenceException">The network cannot be loaded.</exception>
    public InferenceSession? CreateRefineSession(SessionOptions? options = null, OnnxRuntimeLibrary? library = null)
    {
        if (Manifest is not SsdManifest { Refine: { } refine })
        {
            return null;
        }

        InferenceSession session = InferenceSession.Create(PathOf(refine.File), options, library);
        return Checked(session, () =>
        {
            CheckInput(session, refine.Input, [-1, 1, refine.Size, refine.Size]);
            CheckOutput(session, refine.Output, [-1, refine.Landmarks.Count, refine.Size, refine.Size]);
        });
    }

    private static InferenceSession Checked(InferenceSession session, Action check)
    {
        try
        {
            check();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void CheckInput(InferenceSession session, string name, IReadOnlyList<long> shape)
    {
        TensorInfo info = Find(session.Inputs, name, "input", session);
        if (!info.Accepts(shape))
        {
            throw new ModelFolderException($"{session.ModelPath}: input {name} takes {Tensor.Describe(info.Shape)}, but the manifest says {Tensor.Describe(shape)}");
        }
    }

    private static void CheckOutput(InferenceSession session, string name, int rank)
    {
        // A graph may leave the shape of an output open altogether (rank 0): then the decoder checks what comes.
        TensorInfo info = Find(session.Outputs, name, "output", session);
        if (info.Shape.Count != 0 && info.Shape.Count != rank)
        {
            throw new ModelFolderException($"{session.ModelPath}: output {name} is {Tensor.Describe(info.Shape)}; the decoder needs {rank} dimensions");
        }
    }

    private static void CheckOutput(InferenceSession session, string name, IReadOnlyList<long> shape)
    {
        TensorInfo info = Find(session.Outputs, name, "output", session);
        if (info.Shape.Count != 0 && !info.Accepts(shape))
        {
            throw new ModelFolderException($"{session.ModelPath}: output {name} is {Tensor.Describe(info.Shape)}, but the manifest asks for {Tensor.Describe(shape)}");
        }
    }

    private static TensorInfo Find(IReadOnlyList<TensorInfo> all, string name, string kind, InferenceSession session) =>
        all.FirstOrDefault(i => i.Name == name)
        ?? throw new ModelFolderException($"{session.ModelPath} has no {kind} {name}, which the manifest names; it has {string.Join(", ", all.Select(i => i.Name))}");

    private string PathOf(ModelFile file) => System.IO.Path.Combine(Path, file.Name);

    private void Verify(ModelFile file)
    {
        string path = PathOf(file);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new ModelFolderException($"{path} is not there, but {ManifestName} names it; put it back or install the model again");
        }

        if (info.Length != file.Bytes)
        {
            throw new ModelFolderException($"{path} has {info.Length} bytes where {ManifestName} says {file.Bytes}; install the model again");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            string actual = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (!string.Equals(actual, file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ModelFolderException($"{path} has SHA-256 {actual} where {ManifestName} says {file.Sha256}; install the model again");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFolderException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
