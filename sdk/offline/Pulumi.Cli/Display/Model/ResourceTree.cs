using System.Collections.Immutable;

namespace Pulumi.Cli.Display.Model;

/// <summary>A resource and what stands below it.</summary>
/// <param name="Row">The resource.</param>
/// <param name="Children">The resources whose parent it is, in the order they appeared.</param>
internal sealed record ResourceTree(ResourceRow Row, ImmutableArray<ResourceTree> Children)
{
    /// <summary>The trees of some rows. Whatever has no parent among them stands below the stack, if that is there.</summary>
    public static ImmutableArray<ResourceTree> Of(ImmutableArray<ResourceRow> rows)
    {
        var urns = rows.Select(row => row.Urn).ToHashSet();
        var stack = rows.FirstOrDefault(row => row.IsStack)?.Urn ?? string.Empty;
        var children = rows.ToLookup(row => row.IsStack ? string.Empty : urns.Contains(row.Parent) && row.Parent != row.Urn ? row.Parent : stack);
        return [.. children[string.Empty].Select(row => Grow(row, children))];
    }

    /// <summary>This tree without the resources that fail the test and have nothing below them that passes it.</summary>
    public ResourceTree? Prune(Func<ResourceRow, bool> keep)
    {
        ImmutableArray<ResourceTree> kept = [.. Children.Select(child => child.Prune(keep)).OfType<ResourceTree>()];
        return kept.IsEmpty && !keep(Row) ? null : this with { Children = kept };
    }

    private static ResourceTree Grow(ResourceRow row, ILookup<string, ResourceRow> children) =>
        new(row, [.. children[row.Urn].Select(child => Grow(child, children))]);
}
