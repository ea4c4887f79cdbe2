using System.Globalization;
using System.Security.Cryptography;

namespace PacsAnalyzer.Scp.Http;

/// <summary>Password hashes of the form <c>pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in base64.</summary>
internal static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Iterations = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Makes a hash with a fresh salt.</summary>
    public static string Create(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <summary>Whether a password fits; false for anything that is no such hash.</summary>
    public static bool Verify(string password, string stored)
    {
        string[] parts = stored.Split('$');
        if (parts.Length != 4 || parts[0] != Scheme || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int iterations) || iterations is < 1000 or > 10_000_000)
        {
            return false;
        }

        try
        {
            byte[] expected = Convert.FromBase64String(parts[3]);
            byte[] found = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[2]), iterations, HashAlgorithmName.SHA256, expected.Length);
            return expected.Length >= HashBytes / 2 && CryptographicOperations.FixedTimeEquals(expected, found);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
