using PacsAnalyzer.Inference.Native;

namespace PacsAnalyzer.Inference.Tests;

public sealed class OnnxRuntimeLibraryTests
{
    [Fact]
    public void Version_and_build_info_come_from_the_library()
    {
        OnnxRuntimeLibrary library = TestModels.Library();
        Version.Parse(library.Version).ShouldBeGreaterThanOrEqualTo(new Version(1, 17));
        library.BuildInfo.ShouldStartWith("ORT Build Info:");
    }

    [Fact]
    public void The_cpu_is_always_among_the_providers() =>
        TestModels.Library().AvailableProviders.ShouldContain("CPUExecutionProvider");

    [Fact]
    public void A_library_is_loaded_once() =>
        OnnxRuntimeLibrary.Load().ShouldBeSameAs(TestModels.Library());

    [Fact]
    public void A_named_library_that_is_missing_is_an_error_that_names_the_key_and_the_path()
    {
        string path = Path.Combine(Path.GetTempPath(), "no-such-folder", "libonnxruntime.so");
        Should.Throw<OnnxRuntimeMissingException>(() => OnnxRuntimeLibrary.Load(path)).Message
            .ShouldBe($"Inference:RuntimeLibrary names {path}, which is not there; correct the path, or leave it out to use .native/");
    }

    [Fact]
    public void A_file_that_is_no_library_is_an_error_in_one_line()
    {
        string message = Should.Throw<OnnxRuntimeMissingException>(() => OnnxRuntimeLibrary.Load(TestModels.PathOf("affine"))).Message;
        message.ShouldContain("affine.onnx cannot be loaded as a library of this system");
        message.ShouldNotContain('\n');
    }

    [Fact]
    public void Another_library_is_an_error()
    {
        string? other = new[] { "/lib/x86_64-linux-gnu/libz.so.1", "/lib/x86_64-linux-gnu/libm.so.6" }.FirstOrDefault(File.Exists);
        if (other is null)
        {
            Assert.Skip("No other library at hand.");
        }

        Should.Throw<OnnxRuntimeMissingException>(() => OnnxRuntimeLibrary.Load(other)).Message.ShouldContain("is not ONNX Runtime");
    }

    [Fact]
    public void The_named_folder_goes_before_native_folders_and_those_before_the_program()
    {
        string[] found = [.. OrtLocator.Candidates("/opt/node/bin", "/elsewhere", programFirst: false).Where(c => c.EndsWith(OrtLocator.FileNames[0], StringComparison.Ordinal))];
        found.Take(4).ShouldBe(new[] { "/elsewhere", "/opt/node/bin/.native", "/opt/node/.native", "/opt/.native" }.Select(f => $"{f}/{OrtLocator.FileNames[0]}"));
        found[5].ShouldBe($"/opt/node/bin/{OrtLocator.FileNames[0]}");
    }

    [Fact]
    public void A_build_with_the_package_looks_beside_the_program_first() =>
        OrtLocator.Candidates("/opt/node", null, programFirst: true).First().ShouldBe($"/opt/node/{OrtLocator.FileNames[0]}");
}
