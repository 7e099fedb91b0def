using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Inputs after defaults.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Defaulted">Names of those that were filled in.</param>
/// <param name="Findings">Why something could not be filled in.</param>
internal sealed record FilledInputs(PropertyMap Inputs, ImmutableArray<string> Defaulted, ImmutableArray<Finding> Findings);

/// <summary>Fills in names and defaults: in the first check of an object to be created, and later exactly what that one filled in.</summary>
internal static class Defaulting
{
    /// <summary>The inputs with what may be filled in.</summary>
    public static FilledInputs Fill(ResourceDefinition definition, CheckCall call, PropertyMap news, Ownership ownership, Autonaming autonaming)
    {
        var candidates = definition.Inputs.Where(input => !Bags.Gives(news, input.Name)).ToList();
        var filled = call.Olds.Count > 0 ? Carry(candidates, call.Olds, news)
            : ownership is Ownership.Created ? First(candidates, call, news, autonaming)
            : new FilledInputs(news, [], []);
        var defaulted = Names(call.News).Where(name => Bags.Gives(news, name)).Union(filled.Defaulted).ToHashSet();
        return filled with { Defaulted = [.. definition.Inputs.Select(input => input.Name).Where(defaulted.Contains)] };
    }

    // News that are an answer of this check say themselves what was filled in.
    private static IEnumerable<string> Names(PropertyMap inputs) =>
        (inputs.Get(Internals.Defaults)?.Unwrapped as ListValue)?.Items.OfType<StringValue>().Select(text => text.Value) ?? [];

    private static FilledInputs First(IEnumerable<PropertyDefinition> candidates, CheckCall call, PropertyMap news, Autonaming autonaming)
    {
        var defaulted = ImmutableArray.CreateBuilder<string>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var input in candidates.Where(input => input.Autonamed || input.CreationDefault is not null))
        {
            if (input.CreationDefault is { } value)
            {
                news = news.With(input.Name, value);
                defaulted.Add(input.Name);
            }
            else if (call.Autonaming is AutonamingMode.Disable)
            {
                findings.Add(Finding.Failure(input.Name, $"{input.Name} is missing; automatic names are switched off, so the program must give it"));
            }
            else
            {
                news = news.With(input.Name, PropertyValue.Of(autonaming.Name(call, input)));
                defaulted.Add(input.Name);
            }
        }

        return new FilledInputs(news, defaulted.ToImmutable(), findings.ToImmutable());
    }

    private static FilledInputs Carry(IEnumerable<PropertyDefinition> candidates, PropertyMap olds, PropertyMap news)
    {
        var before = Names(olds).ToHashSet();
        var defaulted = ImmutableArray.CreateBuilder<string>();
        foreach (var input in candidates.Where(input => before.Contains(input.Name)))
        {
            if ((input.CreationDefault ?? olds.Get(input.Name)) is { } value)
            {
                news = news.With(input.Name, value);
                defaulted.Add(input.Name);
            }
        }

        return new FilledInputs(news, defaulted.ToImmutable(), []);
    }
}
