using System.Security.Cryptography;
using Pulumi.Engine;

namespace Pulumi.Cli.Tests.Support;

/// <summary>Gives every stack the same salt, so that its key is derived once for all tests; nonces stay random.</summary>
internal sealed class FixedSalt : Entropy
{
    private const int SaltLength = 8;

    public override void Fill(Span<byte> bytes)
    {
        if (bytes.Length == SaltLength)
        {
            bytes.Fill(7);
        }
        else
        {
            RandomNumberGenerator.Fill(bytes);
        }
    }
}
