using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A map from texts to inputs. Its values stay inputs of their own: one that is unknown or secret does not make the
/// others so on the wire. It can be filled with a collection initializer.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;
    private Output<ImmutableDictionary<string, TValue>>? _whole;

    /// <summary>Creates an empty map.</summary>
    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries) => _entries = entries;

    private protected override Output<ImmutableDictionary<string, TValue>> Whole => _whole ??= _entries.Apply(Flatten);

    private protected override IOutput Elementwise => _entries;

    /// <summary>Adds an entry, as <see cref="Add(string, Input{TValue})"/> does.</summary>
    /// <param name="key">The key.</param>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Adds an entry. For a key that is there already the values must be equal, or that entry fails.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, Input<TValue> value)
        => Become(_entries.Apply(entries => entries.TryGetValue(key, out var existing)
            ? entries.SetItem(key, RequireSame(key, existing, value))
            : entries.Add(key, value)));

    /// <summary>Adds the entries of another map, as collection initializers do.</summary>
    /// <param name="values">The other map.</param>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds the entries of another map; a key that is there already is a failure.</summary>
    /// <param name="values">The other map.</param>
    public void AddRange(InputMap<TValue> values)
        => Become(Output.Tuple(_entries, values._entries).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>A new map of the entries of two; for a key of both, the second one's value.</summary>
    /// <param name="first">The first map.</param>
    /// <param name="second">The second map.</param>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._entries, second._entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <summary>The entries, once the whole map is known; none while it is unknown.</summary>
    /// <param name="cancellationToken">Not used.</param>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await Whole.GetValueAsync(whenUnknown: ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    /// <summary>The entries of a dictionary.</summary>
    /// <param name="values">The dictionary.</param>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    /// <summary>The entries of a dictionary.</summary>
    /// <param name="values">The dictionary.</param>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    /// <summary>An output that holds the entries.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => values.Apply(ImmutableDictionary.CreateRange);

    /// <summary>An output that holds the entries.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values)
        => values.Apply(ImmutableDictionary.CreateRange);

    /// <summary>An output that holds the entries.</summary>
    /// <param name="values">The output.</param>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(ToInputs));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    private void Become(Output<ImmutableDictionary<string, Input<TValue>>> entries)
    {
        _entries = entries;
        _whole = null;
    }

    private static Output<TValue> RequireSame(string key, Input<TValue> existing, Input<TValue> added)
        => Output.Tuple(existing, added).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    // A provider may leave a map out where the type says that there is one: null stays null.
    private static ImmutableDictionary<string, Input<TValue>> ToInputs(ImmutableDictionary<string, TValue> values)
        => values?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!;

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>> entries)
        => entries is null
            ? Output.Create(default(ImmutableDictionary<string, TValue>)!)
            : Output.All(entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
                .Apply(values => ImmutableDictionary.CreateRange(values));
}
