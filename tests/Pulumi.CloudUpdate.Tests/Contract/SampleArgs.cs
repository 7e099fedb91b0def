using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.CloudUpdate.Tests.Contract;

/// <summary>Fills every input of a generated args class with a value of its type.</summary>
internal static class SampleArgs
{
    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>The names of the inputs on the wire.</summary>
    public static IEnumerable<string> NamesOf(Type args)
        => args.GetFields(AnyInstance).Cast<MemberInfo>().Concat(args.GetProperties(AnyInstance))
            .SelectMany(member => member.CustomAttributes)
            .Where(attribute => attribute.AttributeType == typeof(InputAttribute))
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value!);

    public static object Create(Type args)
    {
        var filled = Activator.CreateInstance(args)!;
        foreach (var property in args.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(filled, ValueOf(property.PropertyType));
        }

        return filled;
    }

    private static object ValueOf(Type type)
    {
        if (type.IsConstructedGenericType)
        {
            var element = type.GenericTypeArguments[0];
            return type.GetGenericTypeDefinition() switch
            {
                var definition when definition == typeof(Input<>) => Convert(type, element, ValueOf(element)),
                var definition when definition == typeof(InputList<>) => Convert(type, element, ValueOf(element)),
                var definition when definition == typeof(InputMap<>) => Call(nameof(MapOf), element, ValueOf(element)),
                var definition when definition == typeof(InputUnion<,>) => Convert(type, element, ValueOf(element)),
                var definition when definition == typeof(ImmutableArray<>) => Call(nameof(ArrayOf), element, ValueOf(element)),
                var definition when definition == typeof(ImmutableDictionary<,>)
                    => Call(nameof(DictionaryOf), type.GenericTypeArguments[1], ValueOf(type.GenericTypeArguments[1])),
                var definition when definition == typeof(List<>) => Call(nameof(ListOf), element, ValueOf(element)),
                var definition => throw new NotSupportedException($"No sample for {definition}."),
            };
        }

        return type == typeof(string) ? "text"
            : type == typeof(bool) ? true
            : type == typeof(int) ? 3
            : type == typeof(double) ? 1.5
            : type == typeof(object) ? "anything"
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : type.IsDefined(typeof(EnumTypeAttribute)) ? type.GetProperties(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!
            : Create(type);
    }

    private static object Convert(Type target, Type source, object value)
        => target.GetMethod("op_Implicit", [source])!.Invoke(null, [value])!;

    private static object Call(string method, Type type, object value)
        => typeof(SampleArgs).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [value])!;

    private static InputMap<T> MapOf<T>(T value) => new() { { "key", value } };

    private static ImmutableArray<T> ArrayOf<T>(T value) => [value];

    private static ImmutableDictionary<string, T> DictionaryOf<T>(T value) => ImmutableDictionary<string, T>.Empty.Add("key", value);

    private static List<T> ListOf<T>(T value) => [value];
}
