using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Which ways to end a resource are open to it.</summary>
internal static class OnDeleteRules
{
    /// <summary>What is wrong with <c>onDelete</c>.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        var mode = (inputs.Given(Settings.OnDeleteInput)?.Unwrapped as StringValue)?.Value;
        if (mode == nameof(OnDelete.Delete) && definition.Delete is null)
        {
            yield return Finding.Failure(Settings.OnDeleteInput, $"onDelete is \"Delete\", but {definition.One} cannot be deleted; allowed: Retain, Restore");
        }

        if (mode == nameof(OnDelete.Restore) && inputs.Ownership is Ownership.Created)
        {
            yield return Finding.Failure(
                Settings.OnDeleteInput, "onDelete is \"Restore\", but a created object was nothing before; allowed: Retain, Delete");
        }

        if (mode == nameof(OnDelete.Restore))
        {
            foreach (var secret in Leaf.In(definition.Managed, inputs.News).Where(leaf => leaf.Definition.WriteOnly))
            {
                yield return new Finding(secret.Path, $"{secret.Path} cannot be restored: the cloud never says what it was", IsWarning: true);
            }
        }
    }
}
