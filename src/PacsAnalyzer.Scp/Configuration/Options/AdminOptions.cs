using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Administration over HTTP.</summary>
public sealed class AdminOptions
{
    /// <summary>People and programs that may sign in; required beyond loopback.</summary>
    public List<AdminUserOptions> Users { get; set; } = [];

    /// <summary>Allow HTTP without TLS on other addresses than loopback.</summary>
    public bool AllowPlainHttp { get; set; }
}

/// <summary>Somebody who may sign in.</summary>
public sealed class AdminUserOptions
{
    /// <summary>Sign-in name.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Password hash as <c>pbkdf2-sha256$iterations$salt$hash</c> (base64).</summary>
    [Secret]
    [Required]
    public string PasswordHash { get; set; } = "";

    /// <summary><c>viewer</c>, <c>operator</c> or <c>administrator</c>.</summary>
    [AllowedValues("viewer", "operator", "administrator")]
    public string Role { get; set; } = "viewer";
}
