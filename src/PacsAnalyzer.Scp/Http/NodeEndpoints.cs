using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PacsAnalyzer.Persistence;
using PacsAnalyzer.Persistence.Alerts;
using PacsAnalyzer.Persistence.Rejections;
using PacsAnalyzer.Scp.AeTitles;
using PacsAnalyzer.Scp.Commands;
using PacsAnalyzer.Scp.Hosting;
using PacsAnalyzer.Scp.Ledger;

namespace PacsAnalyzer.Scp.Http;

/// <summary>Health and the ledger over HTTP.</summary>
internal static class NodeEndpoints
{
    /// <summary>Maps every address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (NodeHealth health, CancellationToken token) =>
        {
            HealthReport report = await health.CheckAsync(token);
            return Results.Json(report, OutputJson.Options, statusCode: report.Reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        routes.MapGet("/api/ledger", (LedgerReader ledger, CancellationToken token) =>
            AnswerAsync(async () => Results.Json(await ledger.SummariseAsync(token), OutputJson.Options)));
        routes.MapGet("/api/ledger/{sopInstanceUid}", (string sopInstanceUid, LedgerReader ledger, CancellationToken token) =>
            AnswerAsync(async () => await ledger.FindAsync(sopInstanceUid, token) is { } line
                ? Results.Json(line, OutputJson.Options)
                : Results.Problem("This instance was never acknowledged.", statusCode: StatusCodes.Status404NotFound)));
        routes.MapGet("/api/ae-titles", (AeTitleStore titles) => Results.Json(titles.Current.Entries, OutputJson.Options));
        routes.MapGet("/api/rejections", (IRejectionStore rejections, DatabaseGate gate, CancellationToken token) =>
            AnswerAsync(async () => !gate.IsOpen ? throw new DatabaseUnavailableException() : Results.Json((await rejections.ListAsync(false, new Page(), token)).Items, OutputJson.Options)));
        routes.MapGet("/api/alerts", (IAlertStore alerts, DatabaseGate gate, CancellationToken token) =>
            AnswerAsync(async () => !gate.IsOpen ? throw new DatabaseUnavailableException() : Results.Json((await alerts.ListAsync(false, new Page(), token)).Items, OutputJson.Options)));
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (DatabaseUnavailableException e)
        {
            return Results.Problem($"The database is away: {e.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
