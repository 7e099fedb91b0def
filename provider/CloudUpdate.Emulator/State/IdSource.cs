using System.Text;

namespace CloudUpdate.Emulator.State;

/// <summary>Ids, tokens and nonces from one repeatable generator.</summary>
internal sealed class IdSource(int seed)
{
    private const string Base64Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private readonly Lock _lock = new();
    private Random _random = new(seed);

    /// <summary>Starts another sequence, for an emulator that goes on where another ended.</summary>
    public void Restart(int otherSeed)
    {
        lock (_lock)
        {
            _random = new Random(seed ^ otherSeed);
        }
    }

    public string Hex(int digits) => Draw("0123456789abcdef", digits);

    public string Base64(int characters) => Draw(Base64Characters, characters);

    public string Token(int characters) => Draw(Base64Characters[..62], characters);

    public string Uuid()
    {
        var hex = Hex(32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    private string Draw(string alphabet, int length)
    {
        var text = new StringBuilder(length);
        lock (_lock)
        {
            for (var i = 0; i < length; i++)
            {
                text.Append(alphabet[_random.Next(alphabet.Length)]);
            }
        }

        return text.ToString();
    }
}
