using System.Security.Cryptography;

namespace Pulumi.Engine;

/// <summary>The source of randomness: salts, nonces, seeds, provider ids.</summary>
public abstract class Entropy
{
    /// <summary>The operating system's cryptographic generator.</summary>
    public static Entropy System { get; } = new SystemEntropy();

    /// <summary>Fills the span with random bytes.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>That many random bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>A random (version 4) UUID in its usual lower-case form.</summary>
    public string Uuid()
    {
        var bytes = Bytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private sealed class SystemEntropy : Entropy
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
