using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Questions about types that the wire format knows by shape or attribute.</summary>
internal static class MarkedTypes
{
    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static bool IsImmutableArray(Type type) => IsGeneric(type, typeof(ImmutableArray<>));

    public static bool IsGeneric(Type type, Type definition)
        => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == definition;

    public static bool IsResource(Type type) => typeof(Resource).IsAssignableFrom(type);

    public static bool IsEnumStruct(Type type) => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute), inherit: false);

    /// <summary>The explicit conversion of an enumeration struct to its string or number.</summary>
    public static MethodInfo? FindConversion(Type type)
        => type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]) is { } conversion
            && (conversion.ReturnType == typeof(string) || conversion.ReturnType == typeof(double))
            ? conversion
            : null;

    /// <summary>The constructor that makes an enumeration struct from its string or number.</summary>
    public static ConstructorInfo? FindConstructor(Type type, Type underlying) => type.GetConstructor(AnyInstance, [underlying]);

    /// <summary>The constructor that makes an output type: the marked one, or the only public one.</summary>
    public static ConstructorInfo? FindOutputConstructor(Type type)
    {
        var constructors = type.GetConstructors(AnyInstance);
        return constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (constructors.Where(constructor => constructor.IsPublic).ToArray() is [var only] ? only : null);
    }
}
