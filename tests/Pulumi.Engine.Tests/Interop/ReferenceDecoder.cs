using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Pulumi.Engine.Tests.Interop;

/// <summary>Reads and writes stack files by the documented format alone, with nothing of the engine: what it and the engine exchange, the Pulumi
/// command line and the engine exchange too.</summary>
internal sealed class ReferenceDecoder
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    private readonly byte[] _key;

    public ReferenceDecoder(string encryptionSalt, string passphrase)
    {
        var first = encryptionSalt.IndexOf(':', StringComparison.Ordinal);
        var second = encryptionSalt.IndexOf(':', first + 1);
        if (encryptionSalt[..first] != "v1")
        {
            throw new InvalidDataException("unknown state version");
        }

        _key = DeriveKey(passphrase, Convert.FromBase64String(encryptionSalt[(first + 1)..second]));
        if (Decrypt(encryptionSalt[(second + 1)..]) != "pulumi")
        {
            throw new InvalidDataException("incorrect passphrase");
        }
    }

    /// <summary>A salt for a passphrase: <c>v1:SALT:v1:NONCE:CIPHERTEXT</c> of the word "pulumi".</summary>
    public static string NewSalt(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(8);
        return $"v1:{Convert.ToBase64String(salt)}:{Encrypt(DeriveKey(passphrase, salt), "pulumi")}";
    }

    public string Encrypt(string plaintext) => Encrypt(_key, plaintext);

    public string Decrypt(string ciphertext)
    {
        var parts = ciphertext.Split(':');
        var data = Convert.FromBase64String(parts[2]);
        var plain = new byte[data.Length - 16];
        using var aes = new AesGcm(_key, 16);
        aes.Decrypt(Convert.FromBase64String(parts[1]), data[..^16], data[^16..], plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The file with every secret in clear, as <c>{"secret":…}</c>, after its rules have been checked.</summary>
    public JsonObject Read(string file)
    {
        var root = JsonNode.Parse(file)!.AsObject();
        var deployment = root["checkpoint"]!["latest"]!.AsObject();
        CheckManifest(deployment["manifest"]!.AsObject());
        CheckOrder(deployment["resources"]!.AsArray());
        return (JsonObject)Open(root)!;
    }

    public static string Magic(string version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    public JsonObject Secret(JsonNode? value) => new() { [SignatureKey] = SecretSignature, ["ciphertext"] = Encrypt(value?.ToJsonString() ?? "null") };

    // Inside a secret nothing is encrypted again: the ciphertext of a nested secret is plain JSON text.
    private JsonNode? Open(JsonNode? node, bool insideSecret = false) => node switch
    {
        JsonObject map when (string?)map[SignatureKey] == SecretSignature => new JsonObject { ["secret"] = OpenSecret((string)map["ciphertext"]!, insideSecret) },
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Open(member.Value, insideSecret)))),
        JsonArray list => new JsonArray([.. list.Select(item => Open(item, insideSecret))]),
        _ => node?.DeepClone(),
    };

    private JsonNode? OpenSecret(string ciphertext, bool insideSecret) => Open(JsonNode.Parse(insideSecret ? ciphertext : Decrypt(ciphertext)), insideSecret: true);

    private static void CheckManifest(JsonObject manifest)
    {
        if ((string?)manifest["magic"] != Magic((string)manifest["version"]!))
        {
            throw new InvalidDataException("magic mismatch");
        }
    }

    private static void CheckOrder(JsonArray resources)
    {
        var seen = new HashSet<string>();
        foreach (var resource in resources.Select(resource => resource!.AsObject()))
        {
            var references = (resource["dependencies"]?.AsArray() ?? []).Select(urn => (string)urn!)
                .Concat((resource["propertyDependencies"]?.AsObject() ?? []).SelectMany(entry => entry.Value?.AsArray() ?? []).Select(urn => (string)urn!))
                .Append((string?)resource["parent"] ?? string.Empty)
                .Append((string?)resource["provider"] ?? string.Empty);
            if (references.FirstOrDefault(reference => reference.Length > 0 && !seen.Contains(reference)) is { } missing)
            {
                throw new InvalidDataException($"{missing} is not earlier");
            }

            seen.Add((string)resource["urn"]!);
            seen.Add($"{resource["urn"]}::{resource["id"]}");
        }
    }

    private static byte[] DeriveKey(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, 1_000_000, HashAlgorithmName.SHA256, 32);

    private static string Encrypt(byte[] key, string plaintext)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var cipher = new byte[plain.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, cipher, tag);
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String([.. cipher, .. tag])}";
    }
}
