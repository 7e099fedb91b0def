using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Valid programs of a resource, made from its table: any choice of its managed properties, with any values that the table allows.</summary>
internal static class Programs
{
    private static readonly string[] s_texts =
        ["", " ", "a", "true", "0", "null", "description of something", "two\nlines", "quotes \" and \\", "é漢🙂", "KAFKA", new string('x', 60)];

    /// <summary>Programs that adopt the object that the base names.</summary>
    /// <param name="table">The resource.</param>
    /// <param name="door">What every program has.</param>
    /// <param name="mend">Makes properties agree that the table holds against each other.</param>
    public static Arbitrary<PropertyMap> Of(ResourceDefinition table, PropertyMap door, Func<PropertyMap, PropertyMap> mend)
    {
        var managed = table.Managed.Select(property => property.Required || property.Type is ObjectType { SecretsNeeded: not null } ? Given(property) : Maybe(property));
        return Arb.From(
            Gen.CollectToArray(managed).Select(members => mend(door.With(PropertyMap.Of(members.OfType<KeyValuePair<string, PropertyValue>>())))),
            program => table.Managed.Where(property => !property.Required && program.ContainsKey(property.Name)).Select(property => mend(program.Without(property.Name))));
    }

    /// <summary>The same program with each of its sets turned round.</summary>
    public static PropertyMap Reordered(ResourceDefinition table, PropertyMap program) => program.Select((key, value) =>
        table.Inputs.FirstOrDefault(input => input.Name == key)?.Type is ListType { IsSet: true } && value.Unwrapped is ListValue list
            ? Marks.Like(value, PropertyValue.Of(list.Items.Reverse()))
            : value);

    private static Gen<KeyValuePair<string, PropertyValue>?> Maybe(PropertyDefinition property) =>
        Gen.Frequency((2, Given(property)), (1, Gen.Constant<KeyValuePair<string, PropertyValue>?>(null)));

    private static Gen<KeyValuePair<string, PropertyValue>?> Given(PropertyDefinition property) =>
        Marked(Value(property.Type)).Select(value => (KeyValuePair<string, PropertyValue>?)KeyValuePair.Create(property.Name, value));

    private static Gen<PropertyValue> Marked(Gen<PropertyValue> values) =>
        Gen.Frequency((6, values), (1, values.Select(PropertyValue.Secret)));

    private static Gen<PropertyValue> Value(PropertyType type) => type switch
    {
        TextType text => Text(text).Select(PropertyValue.Of),
        BooleanType => Gen.Elements(PropertyValue.Of(true), PropertyValue.Of(false)),
        IntegerType number => Gen.Choose(number.Minimum ?? -1000, number.Maximum ?? 1000).Select(value => PropertyValue.Of(value)),
        ListType list => Items(list).Select(items => PropertyValue.Of(items)),
        MapType map => Value(map.Item).ArrayOf(2).Select(items => PropertyValue.Of(PropertyMap.Of(items.Select((item, index) => KeyValuePair.Create($"key.{index}", item))))),
        ObjectType { Properties: var members } => Gen.CollectToArray(members.Select(Given))
            .Select(given => PropertyValue.Of(PropertyMap.Of(given.OfType<KeyValuePair<string, PropertyValue>>()))),
        _ => throw new ArgumentException($"no values for {type.GetType().Name}"),
    };

    private static Gen<string> Text(TextType type)
    {
        IEnumerable<string> texts = type.Values.IsEmpty ? s_texts : type.Values.Select(value => value.Value);
        var allowed = texts.Concat(type.Pattern?.Expression.Split('|') ?? [])
            .Where(text => !TextCheck.Of(type, text, PropertyPath.Root, hide: false).Any());
        return Gen.Elements(allowed.ToArray());
    }

    private static Gen<PropertyValue[]> Items(ListType list) =>
        from count in Gen.Choose(list.MinItems ?? 0, 3)
        from items in Value(list.Item).ArrayOf(Math.Max(count, 1))
        select items.Take(count).DistinctBy(item => item.Unwrapped).ToArray();
}
