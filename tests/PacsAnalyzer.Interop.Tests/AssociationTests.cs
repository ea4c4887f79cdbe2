using System.Net.Sockets;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Interop.Tests.Support;

namespace PacsAnalyzer.Interop.Tests;

/// <summary>Who may call the running node, and what it says to the others.</summary>
[Collection(SharedNodeTests.Name)]
public sealed class AssociationTests(SharedNode shared)
{
    private sealed record SeenRejection(string CallingAeTitle, string CalledAeTitle, string Reason, long Count);

    [Fact]
    public async Task Echoscu_is_answered()
    {
        NodeProcess node = await shared.GetAsync();

        ToolResult echo = await Tool.DcmtkAsync("echoscu", "-v", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port);

        echo.ExitCode.ShouldBe(0, echo.Text);
        echo.Text.ShouldContain("Success");
    }

    [Fact]
    public async Task A_wrong_called_title_is_rejected_with_reason_7()
    {
        NodeProcess node = await shared.GetAsync();

        ToolResult echo = await Tool.DcmtkAsync("echoscu", "-v", "-aec", "SOMEBODY_ELSE", "127.0.0.1", node.Port);
        AssociationRejectedException refused = await Should.ThrowAsync<AssociationRejectedException>(
            () => DicomAssociation.RequestAsync(node.Call(called: "SOMEBODY_ELSE"), ContextProposals.Verification));

        echo.ExitCode.ShouldNotBe(0);
        echo.Text.ShouldContain("Called AE Title Not Recognized");
        refused.Rejection.ShouldBe(Rejection.CalledAeNotRecognized);
        refused.Rejection.Reason.ShouldBe((byte)7);
    }

    [Fact]
    public async Task An_unknown_caller_is_rejected_with_reason_3_and_listed()
    {
        NodeProcess node = await shared.GetAsync();

        ToolResult echo = await Tool.DcmtkAsync("echoscu", "-v", "-aet", "NEW_SCANNER", "-aec", NodeFolder.AeTitle, "127.0.0.1", node.Port);
        AssociationRejectedException refused = await Should.ThrowAsync<AssociationRejectedException>(
            () => DicomAssociation.RequestAsync(node.Call("NEW_SCANNER"), ContextProposals.Verification));

        echo.ExitCode.ShouldNotBe(0);
        echo.Text.ShouldContain("Calling AE Title Not Recognized");
        refused.Rejection.Reason.ShouldBe((byte)3);
        SeenRejection[] seen = await Eventually.Async(
            () => node.GetAsync<SeenRejection[]>("/api/rejections"),
            list => list.Any(r => r.CallingAeTitle == "NEW_SCANNER" && r.Count >= 2),
            "both attempts are counted in /api/rejections");
        seen.Single(r => r.CallingAeTitle == "NEW_SCANNER").Reason.ShouldContain("ae-titles.json");
    }

    [Theory]
    [InlineData("HTTP", "474554202F20485454502F312E310D0A486F73743A206E6F64650D0A0D0A")]
    [InlineData("TLS", "16030102000100")]
    [InlineData("an A-ASSOCIATE-RQ of two gigabytes", "01007F7F7F7F0001")]
    [InlineData("data before an association", "0400000000080000000401020304")]
    public async Task Bytes_that_are_no_association_end_that_connection_alone(string what, string bytes)
    {
        NodeProcess node = await shared.GetAsync();

        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", node.DicomPort);
        await client.GetStream().WriteAsync(Convert.FromHexString(bytes));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        byte[] answer = await ReadAnswerAsync(client.GetStream(), deadline.Token);

        // Nothing, or an A-ABORT (PS3.8 section 9.3.8: type 7, ten bytes).
        (answer.Length == 0 || (answer.Length == 10 && answer[0] == 7)).ShouldBeTrue($"{what}: {Convert.ToHexString(answer)}");
        (await node.EchoesAsync()).ShouldBeTrue();
        await Eventually.TrueAsync(() => node.Log.Contains("Ended the connection of 127.0.0.1", StringComparison.Ordinal), "the log says so");
    }

    [Fact]
    public async Task Sixty_four_associations_stand_at_once()
    {
        NodeProcess node = await shared.GetAsync();
        var open = new List<DicomAssociation>();
        try
        {
            for (int i = 0; i < 64; i++)
            {
                open.Add(await DicomAssociation.RequestAsync(node.Call(), ContextProposals.Verification));
            }

            AssociationRejectedException oneMore = await Should.ThrowAsync<AssociationRejectedException>(
                () => DicomAssociation.RequestAsync(node.Call(), ContextProposals.Verification));
            oneMore.Rejection.IsTransient.ShouldBeTrue();
            DicomStatus[] statuses = await Task.WhenAll(open.Select(a => a.EchoAsync()));
            statuses.ShouldAllBe(s => s.IsAccepted);
        }
        finally
        {
            foreach (DicomAssociation association in open)
            {
                await association.ReleaseAsync();
                await association.DisposeAsync();
            }
        }

        await Eventually.TrueAsync(() => node.EchoesAsync(), "there is room again once they are released");
    }

    /// <summary>Reads until the node closes, or has sent the ten bytes of an abort and waits for us to close (PS3.8 Sta13).</summary>
    private static async Task<byte[]> ReadAnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[10];
        int length = 0;
        try
        {
            while (length < answer.Length && await stream.ReadAsync(answer.AsMemory(length), cancellationToken) is > 0 and int read)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // Closed with our bytes unread: a reset is an end as well.
        }

        return answer[..length];
    }
}
