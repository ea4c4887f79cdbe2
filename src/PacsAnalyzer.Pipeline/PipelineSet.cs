using PacsAnalyzer.Inference;
using PacsAnalyzer.Pipeline.Images;
using PacsAnalyzer.Pipeline.Pelvis;
using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Spine;

namespace PacsAnalyzer.Pipeline;

/// <summary>The pipelines of a models folder, each model loaded once. Safe for several threads.</summary>
public sealed class PipelineSet : IDisposable
{
    private readonly Dictionary<string, IAnalysisPipeline> _pipelines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _owned = [];
    private readonly List<string> _notes = [];

    private PipelineSet()
    {
    }

    /// <summary>Pipelines that can run.</summary>
    public IReadOnlyCollection<IAnalysisPipeline> Pipelines => _pipelines.Values;

    /// <summary>Pipelines whose model is missing or damaged, with one line each; series routed to them wait or fail, the node goes on.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>What to tell the operator about providers that gave way.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Loads <c>pelvis-ap</c> and <c>spine-ct</c> below a models folder.</summary>
    /// <param name="modelsDirectory">Folder with a folder for each pipeline.</param>
    /// <param name="options">Provider and threads.</param>
    /// <param name="library">ONNX Runtime; null: the one that is found.</param>
    /// <exception cref="OnnxRuntimeMissingException">No library.</exception>
    public static PipelineSet Create(string modelsDirectory, SessionOptions options, OnnxRuntimeLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(modelsDirectory);
        ArgumentNullException.ThrowIfNull(options);
        var set = new PipelineSet();
        var reader = new DicomImageReader();
        try
        {
            foreach (string name in (string[])[PipelineNames.Pelvis, PipelineNames.Spine])
            {
                try
                {
                    set.Load(name, ModelFolder.Open(Path.Combine(modelsDirectory, name)), options, library, reader);
                }
                catch (Exception e) when (e is ModelFolderException || (e is InferenceException and not OnnxRuntimeMissingException))
                {
                    set._problems[name] = e.Message;
                }
            }
        }
        catch
        {
            set.Dispose();
            throw;
        }

        return set;
    }

    /// <summary>The pipeline of a name, or null when its model cannot be used (see <see cref="Problems"/>).</summary>
    public IAnalysisPipeline? Find(string name) => _pipelines.GetValueOrDefault(name);

    /// <summary>Analyses a series; without a usable model the result is Failed with MODEL_UNAVAILABLE.</summary>
    /// <param name="pipeline">Pipeline name.</param>
    /// <param name="request">Files and options.</param>
    /// <param name="cancellationToken">Cancels between stages and inside the network.</param>
    public AnalysisResult Analyse(string pipeline, AnalysisRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Find(pipeline) is { } found
            ? found.Analyse(request, cancellationToken)
            : SeriesFiles.WithoutModel(pipeline, _problems.GetValueOrDefault(pipeline, $"There is no pipeline {pipeline}."), request, cancellationToken);
    }

    /// <summary>Unloads the models; not while an analysis runs.</summary>
    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
        {
            owned.Dispose();
        }

        _owned.Clear();
        _pipelines.Clear();
    }

    private void Load(string name, ModelFolder folder, SessionOptions options, OnnxRuntimeLibrary? library, IImageReader reader)
    {
        if (folder.Manifest.Pipeline != name)
        {
            throw new ModelFolderException($"{folder.Path}: the manifest is for pipeline {folder.Manifest.Pipeline}, not {name}");
        }

        SessionNetwork network = Own(folder.CreateSession(options, library));
        var info = new ModelInfo(folder.Manifest.Name, folder.Manifest.Version, folder.Manifest.File.Sha256.ToLowerInvariant(), network.Provider);
        _pipelines[name] = folder.Manifest switch
        {
            SsdManifest ssd when name == PipelineNames.Pelvis =>
                new PelvisPipeline(new FilmAnalyser(ssd, network, folder.CreateRefineSession(options, library) is { } refine ? Own(refine) : null), info, reader),
            MaskRcnnManifest mask when name == PipelineNames.Spine => new SpinePipeline(new SpineNetwork(mask, network), info, reader),
            _ => throw new ModelFolderException($"{folder.Path}: decoder {folder.Manifest.Decoder} does not serve pipeline {name}"),
        };
    }

    private SessionNetwork Own(InferenceSession session)
    {
        var network = new SessionNetwork(session);
        _owned.Add(network);
        if (session.FallbackMessage is { } note && !_notes.Contains(note))
        {
            _notes.Add(note);
        }

        return network;
    }
}
