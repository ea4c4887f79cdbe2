namespace PacsAnalyzer.Inference.Tests;

public sealed class InferenceSessionTests
{
    private static readonly SessionOptions Cpu = new() { Provider = InferenceProvider.Cpu, Threads = 1 };

    [Fact]
    public void Inputs_and_outputs_are_read_with_names_types_and_shapes()
    {
        using InferenceSession session = Open("affine", Cpu);
        session.Inputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            i => i.Name.ShouldBe("x"), i => i.ElementType.ShouldBe(TensorInfo.Float32), i => i.Shape.ShouldBe([-1, 3]));
        session.Outputs.Select(o => o.Name).ShouldBe(["y", "z"]);
        session.Provider.ShouldBe(InferenceProvider.Cpu);
        session.FallbackMessage.ShouldBeNull();
    }

    [Fact]
    public void A_run_gives_every_output_with_its_shape()
    {
        using InferenceSession session = Open("affine", Cpu);
        IReadOnlyDictionary<string, Tensor> result = session.Run(X([1, 2, 3, -4, 0.5f, 6], 2, 3), TestContext.Current.CancellationToken);
        result["y"].Shape.ShouldBe([2, 3]);
        result["y"].Data.ShouldBe([3, 5, 7, -7, 2, 13]);
        result["z"].Shape.ShouldBe([2, 1]);
        result["z"].Data.ShouldBe([6, 2.5f]);
    }

    [Fact]
    public void An_empty_batch_gives_empty_outputs()
    {
        using InferenceSession session = Open("affine", Cpu);
        session.Run(X([], 0, 3), TestContext.Current.CancellationToken)["y"].Shape.ShouldBe([0, 3]);
    }

    [Fact]
    public void Runs_on_several_threads_do_not_disturb_each_other()
    {
        using InferenceSession session = Open("affine", Cpu);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            session.Run(X([i, i, i], 1, 3))["y"].Data.ShouldBe([(2 * i) + 1, (2 * i) + 1, (2 * i) + 1]));
    }

    [Theory]
    [InlineData(new long[] { 1, 4 }, "input x takes [?, 3], not [1, 4]")]
    [InlineData(new long[] { 3 }, "input x takes [?, 3], not [3]")]
    public void A_wrong_shape_names_both(long[] shape, string expected)
    {
        using InferenceSession session = Open("affine", Cpu);
        var inputs = new Dictionary<string, Tensor> { ["x"] = Tensor.Zeros(shape) };
        Should.Throw<InferenceException>(() => session.Run(inputs)).Message.ShouldEndWith(expected);
    }

    [Fact]
    public void Missing_and_unknown_inputs_are_named()
    {
        using InferenceSession session = Open("affine", Cpu);
        var wrong = new Dictionary<string, Tensor> { ["w"] = Tensor.Zeros(1, 3) };
        Should.Throw<InferenceException>(() => session.Run(wrong)).Message.ShouldEndWith("input x is missing; given: w");
        wrong["x"] = Tensor.Zeros(1, 3);
        Should.Throw<InferenceException>(() => session.Run(wrong)).Message.ShouldEndWith("there is no input w; it takes x");
    }

    [Fact]
    public void An_output_that_is_not_float_is_refused_with_what_to_do()
    {
        using InferenceSession session = Open("int64", Cpu);
        Should.Throw<InferenceException>(() => session.Run(X([1, 2], 2))).Message
            .ShouldBe("Output y has ONNX element type 7; only float32 (1) is read: cast it when exporting the model");
    }

    [Fact]
    public async Task A_long_run_ends_when_it_is_cancelled()
    {
        using InferenceSession session = Open("loop", Cpu);
        using var cancel = new CancellationTokenSource();
        // Minutes of work; a run that is not ended would go over the time limit of the test.
        var inputs = new Dictionary<string, Tensor> { ["trips"] = new([100_000_000f]) };
        Task run = Task.Run(() => session.Run(inputs, cancel.Token), TestContext.Current.CancellationToken);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_cancelled_token_runs_nothing()
    {
        using InferenceSession session = Open("affine", Cpu);
        Should.Throw<OperationCanceledException>(() => session.Run(X([1, 2, 3], 1, 3), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_missing_model_is_named() =>
        Should.Throw<InferenceException>(() => InferenceSession.Create("/no/such.onnx", Cpu)).Message.ShouldBe("The model /no/such.onnx is not there");

    [Fact]
    public void A_file_that_is_no_model_carries_the_native_text_and_code()
    {
        OnnxRuntimeLibrary library = TestModels.Library();
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no model");
            OnnxRuntimeException e = Should.Throw<OnnxRuntimeException>(() => InferenceSession.Create(path, Cpu, library));
            e.Message.ShouldStartWith($"Loading {path}: ONNX Runtime says ");
            e.Code.ShouldBe(7);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(InferenceProvider.Cuda, "CUDAExecutionProvider")]
    [InlineData(InferenceProvider.TensorRt, "TensorrtExecutionProvider")]
    [InlineData(InferenceProvider.WebGpu, null)]
    public void A_provider_that_does_not_work_gives_way_to_the_cpu_and_says_so(InferenceProvider provider, string? listed)
    {
        OnnxRuntimeLibrary library = TestModels.Library();
        using InferenceSession session = Open("affine", new SessionOptions { Provider = provider, FallbackToCpu = true });
        session.Run(X([1, 2, 3], 1, 3), TestContext.Current.CancellationToken)["y"].Data.ShouldBe([3, 5, 7]);
        if (session.Provider == provider)
        {
            session.FallbackMessage.ShouldBeNull();
            return; // This machine has such a GPU.
        }

        session.Provider.ShouldBe(InferenceProvider.Cpu);
        session.FallbackMessage.ShouldNotBeNull().ShouldSatisfyAllConditions(
            m => m.ShouldStartWith($"{provider} does not work here: "), m => m.ShouldEndWith("; running on the CPU instead"), m => m.ShouldNotContain('\n'));
        if (listed is not null && !library.AvailableProviders.Contains(listed))
        {
            Should.Throw<InferenceException>(() => Open("affine", new SessionOptions { Provider = provider, FallbackToCpu = false })).Message
                .ShouldEndWith("; set Inference:Provider to Cpu, or Inference:FallbackToCpu to true");
        }
    }

    [Fact]
    public void Auto_works_everywhere()
    {
        using InferenceSession session = Open("affine", new SessionOptions());
        session.Provider.ShouldBeOneOf(InferenceProvider.Cpu, InferenceProvider.Cuda);
        session.Run(X([1, 2, 3], 1, 3), TestContext.Current.CancellationToken)["z"].Data.ShouldBe([6]);
    }

    [Fact]
    public void A_tensor_counts_its_values() =>
        Should.Throw<ArgumentException>(() => new Tensor(new float[5], 2, 3)).Message.ShouldStartWith("A tensor of shape [2, 3] does not hold 5 values.");

    private static InferenceSession Open(string model, SessionOptions options) =>
        InferenceSession.Create(TestModels.PathOf(model), options, TestModels.Library());

    private static Dictionary<string, Tensor> X(float[] data, params long[] shape) => new() { ["x"] = new(data, shape) };
}
