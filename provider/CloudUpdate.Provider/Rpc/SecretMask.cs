using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Values;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// Takes the secrets of the calls that run, and of the configuration in force, out of every text that leaves for people: the last line of
/// defence, for texts of clouds and libraries that quote what they were given.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Replacement = "[secret]";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (HiddenText Text, int Count)> _held = new(StringComparer.Ordinal);
    private ImmutableArray<HiddenText> _hidden = [];
    private IDisposable? _configuration;

    /// <summary>Masks the secrets of these bags until the result is disposed.</summary>
    public IDisposable Hold(params IEnumerable<Struct?> bags)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bag in bags)
        {
            // The provider's own notes are secret as a whole, but what is secret of what they hold is marked elsewhere; the rest are ordinary words.
            foreach (var (_, value) in bag?.Fields.Where(field => !Internals.Is(field.Key)) ?? [])
            {
                Collect(value, inSecret: false, secrets);
            }
        }

        if (secrets.Count > 0)
        {
            Change(secrets, 1);
        }

        return new Holding(this, secrets);
    }

    /// <summary>Masks the secrets of a configuration until the next one.</summary>
    public void HoldConfiguration(Struct? args)
    {
        var next = Hold(args);
        Interlocked.Exchange(ref _configuration, next)?.Dispose();
    }

    /// <summary>The text without any secret that is held, whole or in part.</summary>
    public string Mask(string text) => HiddenText.Mask(text, _hidden, Replacement);

    private static void Collect(Struct bag, bool inSecret, HashSet<string> secrets)
    {
        var kind = bag.Fields.TryGetValue(Signatures.Key, out var signature) ? signature.StringValue : null;
        var secret = inSecret || kind == Signatures.Secret
            || (kind == Signatures.Output && bag.Fields.TryGetValue("secret", out var mark) && mark.BoolValue);
        foreach (var (key, value) in bag.Fields)
        {
            if (key != Signatures.Key)
            {
                Collect(value, secret, secrets);
            }
        }
    }

    private static void Collect(Value value, bool inSecret, HashSet<string> secrets)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StructValue:
                Collect(value.StructValue, inSecret, secrets);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var item in value.ListValue.Values)
                {
                    Collect(item, inSecret, secrets);
                }

                break;
            case Value.KindOneofCase.StringValue when inSecret && IsWorthMasking(value.StringValue):
                secrets.Add(value.StringValue);
                break;
            default:
                break;
        }
    }

    private static bool IsWorthMasking(string text) => text.Length >= HiddenText.Shortest && !Signatures.IsUnknown(text);

    private void Change(IEnumerable<string> secrets, int difference)
    {
        lock (_lock)
        {
            foreach (var secret in secrets)
            {
                var (text, count) = _held.TryGetValue(secret, out var held) ? held : (new HiddenText(secret), 0);
                if (count + difference == 0)
                {
                    _held.Remove(secret);
                }
                else
                {
                    _held[secret] = (text, count + difference);
                }
            }

            _hidden = [.. _held.Values.Select(held => held.Text)];
        }
    }

    private sealed class Holding(SecretMask owner, HashSet<string> secrets) : IDisposable
    {
        public void Dispose()
        {
            if (secrets.Count > 0)
            {
                owner.Change(secrets, -1);
            }
        }
    }
}
