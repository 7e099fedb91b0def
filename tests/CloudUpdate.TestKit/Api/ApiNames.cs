using System.Reflection;

namespace CloudUpdate.TestKit.Api;

/// <summary>Writes types with their full names and what may be null in them.</summary>
internal static class ApiNames
{
    private static readonly NullabilityInfoContext s_context = new();

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(FieldInfo field) => Read(() => Of(field.FieldType, s_context.Create(field)));

    public static string Of(PropertyInfo property) => Read(() => Of(property.PropertyType, s_context.Create(property)));

    // What the signature says, before attributes such as MaybeNull: for a result that is the state in which it is written.
    public static string Of(ParameterInfo parameter)
        => Read(() =>
        {
            var nullability = s_context.Create(parameter);
            var isNullable = parameter.Position < 0 ? nullability.WriteState : nullability.ReadState;
            return Of(parameter.ParameterType, nullability, isNullable);
        });

    // The context is not made for parallel use.
    private static string Read(Func<string> read)
    {
        lock (s_context)
        {
            return read();
        }
    }

    private static string Of(Type type, NullabilityInfo? nullability, NullabilityState? state = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability, state);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, null) + "?";
        }

        // A type parameter that is not constrained may always stand for a type with null.
        var mayBeNull = type is { IsValueType: false, IsGenericParameter: false }
            && (state ?? nullability?.ReadState) == NullabilityState.Nullable;
        return Plain(type, nullability) + (mayBeNull ? "?" : "");
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!, nullability?.ElementType) + "[]";
        }

        var name = type.FullName is { } full && !type.IsGenericType ? full : $"{type.Namespace}.{type.Name}";
        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index))).ToList();
        return name.Split('`')[0].Replace('+', '.') + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }
}
