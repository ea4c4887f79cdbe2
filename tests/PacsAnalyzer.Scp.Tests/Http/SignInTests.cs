using System.Collections;
using System.Text;
using Microsoft.AspNetCore.Http;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Http;
using PacsAnalyzer.Tests;

namespace PacsAnalyzer.Scp.Tests.Http;

public sealed class SignInTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private async Task<int> AskAsync(string url, string path, string? password)
    {
        folder.File("config/pacs-analyzer.json", $$"""
            { "Node": { "HttpUrl": "{{url}}" }, "Admin": { "AllowPlainHttp": true, "Users": [ { "Name": "admin", "PasswordHash": "{{PasswordHash.Create("right")}}", "Role": "viewer" } ] } }
            """);
        NodeConfiguration configuration = new ConfigurationLoader(new Hashtable(), folder.Path, "/nowhere").Load(null);
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        if (password is not null)
        {
            context.Request.Headers.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password));
        }

        await new SignIn(configuration).InvokeAsync(context, c =>
        {
            c.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });
        return context.Response.StatusCode;
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "/api/ledger", null, 202)]
    [InlineData("http://0.0.0.0:8080", "/health/ready", null, 202)]
    [InlineData("http://0.0.0.0:8080", "/api/ledger", null, 401)]
    [InlineData("http://0.0.0.0:8080", "/api/ledger", "wrong", 401)]
    [InlineData("http://0.0.0.0:8080", "/api/ledger", "right", 202)]
    public async Task Beyond_loopback_nothing_but_health_is_open(string url, string path, string? password, int status) =>
        (await AskAsync(url, path, password)).ShouldBe(status);

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("pbkdf2-sha256$1$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$100000$!$!")]
    public void What_is_no_hash_fits_no_password(string stored) => PasswordHash.Verify("", stored).ShouldBeFalse();
}
