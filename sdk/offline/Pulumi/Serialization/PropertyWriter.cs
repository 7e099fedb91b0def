using System.Collections;
using Google.Protobuf.WellKnownTypes;
using Signatures = CloudUpdate.Protocol.Values.Signatures;

namespace Pulumi.Serialization;

/// <summary>
/// Writes one property: any value that a program may give becomes a wire value, once all outputs in it have
/// arrived. Notes the resources that they come from.
/// </summary>
/// <param name="keepResources">Whether resources are written as references; otherwise custom ones as id, components as URN.</param>
/// <param name="keepOutputs">Whether outputs keep all their traits, in a form of their own; otherwise secret or unknown only.</param>
/// <param name="ignoreReferences">Whether resources that are written as references do not count as dependencies.</param>
internal sealed partial class PropertyWriter(bool keepResources, bool keepOutputs = false, bool ignoreReferences = false)
{
    /// <summary>The resources that the values written so far come from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <summary>Whether anything written so far was unknown.</summary>
    public bool SawUnknown { get; private set; }

    /// <summary>Writes a value; null for one that is not there.</summary>
    /// <param name="path">Where the value is, for error messages.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value is of a type that cannot be written.</exception>
    public async Task<Value?> WriteAsync(string path, object? value)
        => value switch
        {
            null or ValueTuple => null,
            bool flag => Value.ForBool(flag),
            int number => Value.ForNumber(number),
            double number => Value.ForNumber(number),
            string text => WriteText(text),
            InputArgs args => await WriteObjectAsync(path, args.ToDictionary()).ConfigureAwait(false),
            Task => throw new InvalidOperationException(
                $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}"),
            IInput input => await WriteAsync(path, input.ToElementwiseOutput()).ConfigureAwait(false),
            IUnion union => await WriteAsync(path, union.Value).ConfigureAwait(false),
            IOutput output => await WriteOutputAsync(path, output).ConfigureAwait(false),
            Resource resource => await WriteResourceAsync(path, resource).ConfigureAwait(false),
            IDictionary dictionary => await WriteObjectAsync(path, dictionary).ConfigureAwait(false),
            IList list => await WriteListAsync(path, list).ConfigureAwait(false),
            _ => await WriteMarkedAsync(path, value).ConfigureAwait(false),
        };

    private Value WriteText(string text)
    {
        SawUnknown |= text == Signatures.UnknownString;
        return Value.ForString(text);
    }

    private async Task<Value> WriteListAsync(string path, IList list)
    {
        var written = new ListValue();
        var count = IsDefaultArray(list) ? 0 : list.Count;
        for (var index = 0; index < count; index++)
        {
            written.Values.Add(await WriteAsync($"{path}[{index}]", list[index]).ConfigureAwait(false) ?? Value.ForNull());
        }

        return new Value { ListValue = written };
    }

    // The members that are null are left out, as JSON does with what is not there.
    private async Task<Value> WriteObjectAsync(string path, IDictionary dictionary)
    {
        var written = new Struct();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
            {
                throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            }

            if (await WriteAsync($"{path}.{key}", entry.Value).ConfigureAwait(false) is { } member)
            {
                written.Fields.Add(key, member);
            }
        }

        return Value.ForStruct(written);
    }

    private static bool IsDefaultArray(IList list)
        => MarkedTypes.IsImmutableArray(list.GetType())
            && list.GetType().GetProperty(nameof(System.Collections.Immutable.ImmutableArray<int>.IsDefault))!.GetValue(list) is true;

    private static Value Special(string signature, params IEnumerable<(string Name, Value Value)> fields)
    {
        var special = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in fields)
        {
            special.Fields.Add(name, value);
        }

        return Value.ForStruct(special);
    }
}
