using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PacsAnalyzer.Dicom.Network;
using PacsAnalyzer.Scp.Commands;
using PacsAnalyzer.Scp.Configuration.Options;

namespace PacsAnalyzer.Scp.Associations;

/// <summary>Certificates of the TLS listener, read again when their files change.</summary>
internal static class TlsSetup
{
    /// <summary>Options of a TLS listener; the files are read once now so that an error shows at the start.</summary>
    /// <exception cref="UserErrorException">A file is missing or is no certificate or key.</exception>
    public static DicomTlsOptions Create(TlsOptions options)
    {
        var certificate = new Reloaded<X509Certificate2>(
            () => X509Certificate2.CreateFromPemFile(options.CertificatePath!, options.KeyPath), options.CertificatePath!, options.KeyPath!);
        Reloaded<X509Certificate2Collection>? trusted = options.TrustedCaPath is null
            ? null
            : new Reloaded<X509Certificate2Collection>(() => Import(options.TrustedCaPath), options.TrustedCaPath);
        try
        {
            certificate.Get();
            trusted?.Get();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UserErrorException($"Tls: the certificate files cannot be read: {e.Message}; name PEM files that the service user may read", ExitCodes.Usage);
        }

        return new DicomTlsOptions
        {
            Certificate = certificate.Get,
            TrustedAuthorities = () => trusted?.Get(),
            RequireClientCertificate = options.RequireClientCertificate,
        };
    }

    /// <summary>Options for calling a peer over TLS: the node's certificate where it has one, peers checked against the same authorities.</summary>
    public static DicomTlsOptions Caller(TlsOptions options) => new()
    {
        Certificate = () => options.CertificatePath is null ? null : X509Certificate2.CreateFromPemFile(options.CertificatePath, options.KeyPath),
        TrustedAuthorities = () => options.TrustedCaPath is null ? null : Import(options.TrustedCaPath),
        CheckHostName = false,
    };

    private static X509Certificate2Collection Import(string path)
    {
        var collection = new X509Certificate2Collection();
        collection.ImportFromPemFile(path);
        return collection;
    }

    /// <summary>A value made from files, made again when one of them is newer; a bad new file leaves the last good value.</summary>
    private sealed class Reloaded<T>(Func<T> create, params string[] files)
        where T : class
    {
        private readonly Lock gate = new();
        private DateTime stamp;
        private T? value;

        public T Get()
        {
            lock (gate)
            {
                DateTime newest = files.Max(File.GetLastWriteTimeUtc);
                if (value is null || newest != stamp)
                {
                    try
                    {
                        value = create();
                        stamp = newest;
                    }
                    catch (Exception e) when (value is not null && e is IOException or CryptographicException)
                    {
                        stamp = newest;
                    }
                }

                return value!;
            }
        }
    }
}
