using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pulumi.Serialization;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>A value that a program may give, and what is read from the wire after it was written.</summary>
public sealed record RoundTripSample
{
    private static readonly Resource[] s_resources
        = [.. Enumerable.Range(0, 3).Select(number => new DependencyResource($"urn:pulumi:dev::proj::t:m:T::{number}"))];

    private RoundTripSample(object? given, object? read, OutputTraits? traits = null)
    {
        Given = given;
        Read = read;
        Traits = traits ?? OutputTraits.Plain;
    }

    /// <summary>The value, with outputs and collections nested at random.</summary>
    public object? Given { get; }

    /// <summary>The plain value; unknown parts are null.</summary>
    public object? Read { get; }

    /// <summary>Whether any part is unknown or secret, and the resources that known parts come from.</summary>
    internal OutputTraits Traits { get; }

    public static Arbitrary<RoundTripSample> Samples() => Arb.From(Gen.Sized(size => Sample(Math.Min(size, 30))));

    public override string ToString() => $"{Render(Read)} ({Traits.IsKnown}, {Traits.IsSecret}, {Traits.Resources.Count})";

    /// <summary>A text that is equal for equal plain values.</summary>
    public static string Render(object? value)
        => value switch
        {
            null => "null",
            IReadOnlyDictionary<string, object?> members
                => $"{{{string.Join(',', members.Select(one => $"{one.Key}:{Render(one.Value)}").Order(StringComparer.Ordinal))}}}",
            ImmutableArray<object?> elements => $"[{string.Join(",", elements.Select(Render))}]",
            double number => BitConverter.DoubleToInt64Bits(number).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => $"{value.GetType().Name} {value}",
        };

    private static Gen<RoundTripSample> Sample(int size)
        => size <= 1
            ? Leaf()
            : Gen.Frequency((2, Leaf()), (1, List(size / 2)), (1, Map(size / 2)), (2, Sample(size / 2).SelectMany(Wrapped)));

    private static Gen<RoundTripSample> Leaf()
        => Gen.OneOf(
            Gen.Constant(new RoundTripSample(null, null)),
            Gen.Elements(true, false).Select(flag => new RoundTripSample(flag, flag)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(number => new RoundTripSample(number, (double)number)),
            Gen.Elements(0.0, -0.0, 0.1, 1e21, double.MaxValue).Select(number => new RoundTripSample(number, number)),
            Gen.Elements("", "a", "ü😀", "__x", "null").Select(text => new RoundTripSample(text, text)));

    private static Gen<RoundTripSample> List(int size)
        => Gen.Choose(0, 3).SelectMany(count => Sample(size).ArrayOf(count)).Select(elements => new RoundTripSample(
            elements.Select(element => element.Given).ToList(),
            elements.Select(element => element.Read).ToImmutableArray(),
            elements.Aggregate(OutputTraits.Plain, (traits, element) => traits.And(element.Traits))));

    // Members that are null are left out.
    private static Gen<RoundTripSample> Map(int size)
        => Gen.Choose(0, 3).SelectMany(count => Sample(size).ArrayOf(count)).Select(members => new RoundTripSample(
            members.Select((member, index) => (member, index)).ToDictionary(entry => $"k.{entry.index}", entry => entry.member.Given),
            members.Select((member, index) => (member, index)).Where(entry => !IsLeftOut(entry.member.Given))
                .ToImmutableDictionary(entry => $"k.{entry.index}", entry => entry.member.Read),
            members.Aggregate(OutputTraits.Plain, (traits, member) => traits.And(member.Traits))));

    private static bool IsLeftOut(object? given)
        => given is null
            || (given is Output<object?> { Data.Result: { IsKnown: true, IsSecret: false, Value: var inner } } && IsLeftOut(inner));

    private static Gen<RoundTripSample> Wrapped(RoundTripSample inner)
        => from isKnown in Gen.Elements(true, true, false)
           from isSecret in Gen.Elements(true, false)
           from resource in Gen.Elements(s_resources)
           let own = new OutputTraits(isKnown, isSecret && isKnown, [resource])
           select new RoundTripSample(
               Output<object?>.FromData(isKnown ? inner.Given : null, new OutputTraits(isKnown, isSecret, [resource])),
               isKnown ? inner.Read : null,
               isKnown ? own.And(inner.Traits) : own);
}
