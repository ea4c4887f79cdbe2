using System.Text;
using Microsoft.AspNetCore.Http;
using PacsAnalyzer.Scp.Configuration;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Http;

/// <summary>Beyond loopback nothing but health is answered without a name and a password (HTTP Basic, RFC 7617).</summary>
internal sealed class SignIn(NodeConfiguration configuration)
{
    private readonly bool required = !new Uri(configuration.Options.Node.HttpUrl).IsLoopback;

    /// <summary>Lets a request through, or answers 401.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        if (!required || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || IsKnown(context.Request.Headers.Authorization))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"PacsAnalyzer\", charset=\"UTF-8\"";
    }

    private bool IsKnown(string? header)
    {
        const string scheme = "Basic ";
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..], bytes, out int length))
        {
            return false;
        }

        string[] pair = Encoding.UTF8.GetString(bytes[..length]).Split(':', 2);
        AdminUserOptions? user = configuration.Options.Admin.Users.FirstOrDefault(u => u.Name == pair[0]);
        return pair.Length == 2 && user is not null && PasswordHash.Verify(pair[1], user.PasswordHash);
    }
}
