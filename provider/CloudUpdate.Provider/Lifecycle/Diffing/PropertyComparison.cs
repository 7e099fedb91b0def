using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Compares inputs property by property. An old value is the old input's; where the program stated none, the output's.</summary>
/// <param name="definition">The resource.</param>
/// <param name="olds">Old outputs.</param>
/// <param name="oldInputs">Old inputs.</param>
/// <param name="news">New inputs.</param>
internal sealed class PropertyComparison(ResourceDefinition definition, PropertyMap olds, PropertyMap oldInputs, PropertyMap news)
{
    private readonly Ownership _ownership = OwnershipRules.Of(oldInputs, olds);

    /// <summary>The differences, in the order of the table.</summary>
    public IEnumerable<FoundDifference> Run() => definition.Inputs.SelectMany(input => input.Role switch
    {
        PropertyRole.Identity => Identity(input),
        PropertyRole.Creation => Creation(input),
        PropertyRole.Managed => Managed(input),
        PropertyRole.Setting => Setting(input),
        _ => [],
    });

    // The id of the object at hand asks for nothing; another one, or one that is not known yet, is another object.
    private IEnumerable<FoundDifference> Identity(PropertyDefinition input)
    {
        var current = olds.Get(input.Name) ?? oldInputs.Get(input.Name);
        if (current is null or { IsNull: true } || Same.Value(input.Type, current, news.Get(input.Name)) || !Bags.Gives(news, input.Name))
        {
            return [];
        }

        return [Found(PropertyPath.OfKeys(input.Name), DiffKind.Update, replace: true, inputDiff: Bags.Gives(oldInputs, input.Name))];
    }

    // Of an adopted object nobody knows what its cloud does not show, so stating it later asks for nothing.
    private IEnumerable<FoundDifference> Creation(PropertyDefinition input)
    {
        var hidden = !Bags.Gives(oldInputs, input.Name) && !Bags.Gives(olds, input.Name);
        return hidden && _ownership is Ownership.Adopted ? [] : Compare(input, replace: true);
    }

    private IEnumerable<FoundDifference> Managed(PropertyDefinition input) => Compare(input, replace: false);

    private IEnumerable<FoundDifference> Setting(PropertyDefinition input) => input.Name switch
    {
        Settings.OnDeleteInput when news.Get(input.Name) is { IsUnknown: true }
            || Settings.EffectiveOnDelete(oldInputs, _ownership) != Settings.EffectiveOnDelete(news, _ownership) =>
            [Found(PropertyPath.OfKeys(input.Name), KindOf(input.Name), replace: false, inputDiff: true)],
        Settings.SecretsVersion => Compare(input, replace: false),
        _ => [],
    };

    private DiffKind KindOf(string name) => (Bags.Gives(oldInputs, name), Bags.Gives(news, name)) switch
    {
        (false, _) => DiffKind.Add,
        (_, false) => DiffKind.Delete,
        _ => DiffKind.Update,
    };

    private IEnumerable<FoundDifference> Compare(PropertyDefinition input, bool replace)
    {
        var isNew = !Bags.Gives(oldInputs, input.Name) && !Bags.Gives(olds, input.Name);
        if (isNew && Bags.Gives(news, input.Name))
        {
            var path = PropertyPath.OfKeys(input.Name);
            return Differences.Between(input.Type, null, news.Get(input.Name), path).Select(difference => Found(difference, replace, inputDiff: true));
        }

        return Leaf.In([input], news).SelectMany(leaf => Compare(leaf, replace));
    }

    private IEnumerable<FoundDifference> Compare(Leaf leaf, bool replace)
    {
        var stated = leaf.Path.Get(oldInputs) is { IsNull: false } input ? input : null;
        var shown = leaf.Definition.WriteOnly ? null : leaf.Path.Get(olds);
        var old = stated ?? (shown is { IsNull: false } ? shown : null);
        return Differences.Between(leaf.Definition.Type, old, leaf.Value, leaf.Path)
            .Select(difference => Found(difference, replace, inputDiff: stated is not null || old is null));
    }

    private static FoundDifference Found(ValueDifference difference, bool replace, bool inputDiff) => Found(
        difference.Path,
        difference.Change switch
        {
            Change.Add => DiffKind.Add,
            Change.Delete => DiffKind.Delete,
            _ => DiffKind.Update,
        },
        replace,
        inputDiff);

    private static FoundDifference Found(PropertyPath path, DiffKind kind, bool replace, bool inputDiff) =>
        new(path, new PropertyDifference(kind, replace, inputDiff));
}
