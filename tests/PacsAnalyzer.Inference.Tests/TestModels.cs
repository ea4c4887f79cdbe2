namespace PacsAnalyzer.Inference.Tests;

/// <summary>The models of Models/, and folders made from them.</summary>
internal static class TestModels
{
    /// <summary>Path of a model that Models/make_models.py writes.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Models", name + ".onnx");

    /// <summary>The library; a test that needs it is skipped where it was not fetched.</summary>
    public static OnnxRuntimeLibrary Library()
    {
        try
        {
            return OnnxRuntimeLibrary.Load();
        }
        catch (OnnxRuntimeMissingException e) when (Environment.GetEnvironmentVariable("PACS_TEST_CORPUS_REQUIRED") != "1")
        {
            Assert.Skip(e.Message);
            throw;
        }
    }
}
