using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Check: decides the ownership in the first check, fills in what only that one may, and finds everything wrong at once. Offline.</summary>
/// <param name="definition">The resource.</param>
/// <param name="call">The call.</param>
/// <param name="autonaming">Makes up names.</param>
/// <param name="notices">What is said to the user.</param>
internal sealed class CheckFlow(ResourceDefinition definition, CheckCall call, Autonaming autonaming, INotices notices)
{
    /// <summary>Runs the call.</summary>
    public CheckResult Run()
    {
        var ownership = OwnershipRules.Decide(definition, call.Olds, call.News);
        var given = call.News.Where((key, _) => !Internals.Is(key));
        var filled = Defaulting.Fill(definition, call, given, ownership, autonaming);
        var @checked = new CheckedInputs(Normalisation.Of(definition, call.Olds, filled.Inputs), call.Olds, ownership);
        var findings = filled.Findings.Concat(CheckRules.Of(definition, @checked)).ToList();
        var failures = findings.Where(finding => !finding.IsWarning).Select(finding => Failure(finding, @checked.News)).ToImmutableArray();
        if (failures.IsEmpty)
        {
            Say(findings, @checked, filled.Defaulted);
        }

        return new CheckResult(Stored(@checked, filled.Defaulted), failures);
    }

    private PropertyMap Stored(CheckedInputs @checked, ImmutableArray<string> defaulted)
    {
        var inputs = Marks.ByDefinition(definition.Inputs, @checked.News).With(Internals.Ownership, PropertyValue.Of(@checked.Ownership.ToString()));
        inputs = call.News.Get(Internals.Imported) is { } imported ? inputs.With(Internals.Imported, imported) : inputs;
        return defaulted.IsEmpty ? inputs : inputs.With(Internals.Defaults, PropertyValue.Of(defaulted));
    }

    private void Say(List<Finding> findings, CheckedInputs @checked, ImmutableArray<string> defaulted)
    {
        foreach (var warning in findings.Where(finding => finding.IsWarning))
        {
            notices.Warn(warning.Reason);
        }

        if (!call.Olds.ContainsKey(Internals.Imported))
        {
            foreach (var leaf in Unmanaged(@checked, defaulted))
            {
                notices.Info($"{leaf.Path} is no longer managed; the cloud keeps {(IsSecret(leaf) ? "its value" : ChangeNotices.Show(leaf.Value))}");
            }
        }
    }

    // Removed from the program: nothing is written, so the user should know what stays in force.
    private IEnumerable<Leaf> Unmanaged(CheckedInputs @checked, ImmutableArray<string> defaulted) =>
        Leaf.In([.. definition.Managed, .. definition.CreationOnly], call.Olds).Where(leaf =>
            !defaulted.Contains(leaf.Path.TopLevelKey ?? string.Empty) && leaf.Path.Get(@checked.News) is null or { IsNull: true }
            && !IsUnknownAbove(leaf, @checked.News));

    private static bool IsUnknownAbove(Leaf leaf, PropertyMap news) =>
        leaf.Path.TopLevelKey is { } top && news.Get(top) is { IsUnknown: true };

    private bool IsSecret(Leaf leaf) => leaf.Definition.IsSecret || Marks.IsSecretAt(call.Olds, leaf.Path);

    // The engine prints the value of the property that is named; where that holds a secret, none is named.
    private CheckFailure Failure(Finding finding, PropertyMap inputs)
    {
        var top = finding.Path.TopLevelKey ?? string.Empty;
        var secret = inputs.Get(top) is { ContainsSecrets: true } || definition.Inputs.Any(input => input.Name == top && HasSecret(input));
        return new CheckFailure(secret ? string.Empty : top, finding.Reason);
    }

    private static bool HasSecret(PropertyDefinition property) =>
        property.IsSecret || (property.Type is ObjectType type && type.Properties.Any(HasSecret));
}
