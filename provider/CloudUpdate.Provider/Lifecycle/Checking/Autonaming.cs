using System.Security.Cryptography;
using System.Text;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Makes up names: the resource's name and seven digits from the seed, so that preview and update agree.</summary>
/// <param name="entropy">Randomness for engines that send no seed.</param>
internal sealed class Autonaming(Func<byte[]> entropy)
{
    private const int SuffixLength = 7;

    /// <summary>The name for an input that the program left out.</summary>
    public string Name(CheckCall call, PropertyDefinition input)
    {
        if (call.Autonaming is AutonamingMode.Enforce)
        {
            return call.ProposedName;
        }

        var limit = (input.Type as TextType)?.MaxLength ?? 64;
        var wanted = Allowed(call.Autonaming is AutonamingMode.Propose ? call.ProposedName : call.Address.Name);
        var room = limit - SuffixLength - 1;
        return $"{(wanted.Length <= room ? wanted : wanted[..room]).TrimEnd('-')}-{Suffix(call, input)}";
    }

    // Letters, digits and hyphens, a letter or digit first: what every cloud allows.
    private static string Allowed(string name)
    {
        var allowed = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return allowed.Length == 0 ? "resource" : allowed;
    }

    private string Suffix(CheckCall call, PropertyDefinition input)
    {
        byte[] seed = call.RandomSeed.IsDefaultOrEmpty ? entropy() : [.. call.RandomSeed];
        var hash = SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(input.Name)]);
        return Convert.ToHexStringLower(hash)[..SuffixLength];
    }
}
