using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudUpdate.Provider.Tests.Clouds.Network;

/// <summary>A company's own authority, and a server's certificate from it.</summary>
internal sealed class CompanyCertificates : IDisposable
{
    private readonly X509Certificate2 _authority;

    public CompanyCertificates(string host)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Example Company CA", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        _authority = authority.CreateSelfSigned(from, to);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest($"CN={host}", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        server.CertificateExtensions.Add(names.Build());
        using var signed = server.Create(_authority, from, to, [1, 2, 3, 4]);
        using var withKey = signed.CopyWithPrivateKey(serverKey);
        Server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
        AuthorityFile = Path.Combine(Path.GetTempPath(), $"company-ca-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.pem");
        File.WriteAllText(AuthorityFile, _authority.ExportCertificatePem());
    }

    public X509Certificate2 Server { get; }

    public string AuthorityFile { get; }

    public void Dispose()
    {
        File.Delete(AuthorityFile);
        Server.Dispose();
        _authority.Dispose();
    }
}
