using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Everything that a check holds inputs against, in the order in which failures are reported.</summary>
internal static class CheckRules
{
    /// <summary>What is wrong with the inputs. An input that is wrong by itself is not judged again beside others.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        List<Finding> alone = [.. Structure(definition, inputs), .. CreationRules.Of(definition, inputs)];
        var wrong = alone.Where(finding => !finding.IsWarning).Select(finding => finding.Path.TopLevelKey).ToHashSet();
        Finding[] together =
        [
            .. VariantRules.Of(definition, inputs),
            .. OnDeleteRules.Of(definition, inputs),
            .. SecretRules.Of(definition, inputs),
            .. ReplacementRules.Of(definition, inputs),
            .. definition.Rules.SelectMany(rule => rule(inputs)),
        ];
        return alone.Concat(together.Where(finding => !wrong.Contains(finding.Path.TopLevelKey)));
    }

    private static IEnumerable<Finding> Structure(ResourceDefinition definition, CheckedInputs inputs)
    {
        var outputs = definition.Outputs.Where(output => !output.IsInput).Select(output => output.Name).ToHashSet();
        foreach (var name in inputs.News.Keys.Where(outputs.Contains))
        {
            yield return Finding.Failure(name, $"{name} is set by the cloud; a program cannot give it");
        }

        var rest = inputs.News.Where((key, _) => !outputs.Contains(key));
        foreach (var finding in ValueCheck.Members(definition.Inputs, rest, PropertyPath.Root, hide: false))
        {
            yield return finding;
        }
    }
}
