using System.Collections.Immutable;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Reads wire values as the types that the program declares; one that does not fit is a warning and the default.</summary>
/// <param name="warn">Takes warnings.</param>
internal sealed class TypedReader(Action<string> warn)
{
    /// <summary>Reads a value.</summary>
    /// <param name="context">What is read, for messages.</param>
    /// <param name="value">The wire value.</param>
    /// <param name="target">The wanted type.</param>
    /// <exception cref="InvalidOperationException">The type is not one that values can be read as.</exception>
    public OutputData<object?> Read(string context, Value value, Type target)
    {
        TargetTypes.Check(context, target);
        var data = PropertyReader.Read(value);
        return new OutputData<object?>(ConvertOrWarn(context, data.Value, target), data.Traits);
    }

    public OutputData<T> Read<T>(string context, Value value)
    {
        var data = Read(context, value, typeof(T));
        return new OutputData<T>(data.Value is T typed ? typed : default!, data.Traits);
    }

    private object? ConvertOrWarn(string context, object? value, Type target)
    {
        var conversion = Convert(context, value, target);
        if (conversion.Problem is { } problem)
        {
            warn(problem);
        }

        return conversion.Value ?? DefaultOf(target);
    }

    private Conversion Convert(string context, object? value, Type target)
    {
        if (value is null)
        {
            return new Conversion(DefaultOf(target));
        }

        if (Nullable.GetUnderlyingType(target) is { } underlying)
        {
            return Convert(context, value, underlying);
        }

        if (target == typeof(object))
        {
            return new Conversion(value);
        }

        if (target == typeof(string) || target == typeof(bool) || target == typeof(double))
        {
            return target.IsInstanceOfType(value) ? new Conversion(value) : Conversion.Mismatch(target.FullName!, value, context);
        }

        if (target == typeof(int))
        {
            return value is double number ? new Conversion((int)number) : Conversion.Mismatch(typeof(double).FullName!, value, context);
        }

        if (MarkedTypes.IsResource(target))
        {
            return value is Resource ? new Conversion(value) : Conversion.Mismatch(typeof(Resource).FullName!, value, context);
        }

        return ConvertComposed(context, value, target);
    }

    private Conversion ConvertComposed(string context, object value, Type target)
    {
        if (target.IsEnum)
        {
            var number = Convert(context, value, target.GetEnumUnderlyingType());
            return number.Value is null ? number : new Conversion(System.Enum.ToObject(target, number.Value));
        }

        if (MarkedTypes.IsEnumStruct(target))
        {
            return ConvertEnumStruct(context, value, target);
        }

        if (target.IsConstructedGenericType)
        {
            var definition = target.GetGenericTypeDefinition();
            return definition == typeof(Union<,>) ? ConvertUnion(context, value, target)
                : definition == typeof(ImmutableArray<>) ? ConvertArray(context, value, target)
                : definition == typeof(ImmutableDictionary<,>) ? ConvertDictionary(context, value, target)
                : definition == typeof(Output<>) ? ConvertOutput(context, value, target)
                : throw new InvalidOperationException($"Unexpected generic target type {target.FullName} when deserializing {context}");
        }

        return ConvertOutputType(context, value, target);
    }

    private static Conversion ConvertEnumStruct(string context, object value, Type target)
        => value is not (string or double)
            ? Conversion.Mismatch($"{typeof(string).FullName} or {typeof(double).FullName}", value, context)
            : MarkedTypes.FindConstructor(target, value.GetType()) is { } constructor
                ? new Conversion(constructor.Invoke([value]))
                : new Conversion(
                    null,
                    $"Expected target type {target.FullName} to have a constructor with a single {value.GetType().FullName} parameter.");

    private Conversion ConvertUnion(string context, object value, Type target)
    {
        var types = target.GenericTypeArguments;
        for (var index = 0; index < types.Length; index++)
        {
            var conversion = Convert($"{context}.AsT{index}", value, types[index]);
            if (conversion.Problem is null)
            {
                var make = target.GetMethod($"FromT{index}", BindingFlags.Public | BindingFlags.Static)!;
                return new Conversion(make.Invoke(null, [conversion.Value]));
            }
        }

        return Conversion.Mismatch($"{types[0].FullName} or {types[1].FullName}", value, context);
    }

    private Conversion ConvertArray(string context, object value, Type target)
    {
        if (value is not ImmutableArray<object?> array)
        {
            return Conversion.Mismatch(typeof(ImmutableArray<object>).FullName!, value, context);
        }

        var element = target.GenericTypeArguments[0];
        var elements = Array.CreateInstance(element, array.Length);
        for (var index = 0; index < array.Length; index++)
        {
            elements.SetValue(ConvertOrWarn(context, array[index], element), index);
        }

        return new Conversion(Invoke(nameof(ToImmutableArray), [element], elements));
    }

    private Conversion ConvertDictionary(string context, object value, Type target)
    {
        if (value is not ImmutableDictionary<string, object?> dictionary)
        {
            return Conversion.Mismatch(typeof(ImmutableDictionary<string, object>).FullName!, value, context);
        }

        var member = target.GenericTypeArguments[1];
        var converted = dictionary.ToDictionary(entry => entry.Key, entry => ConvertOrWarn(context, entry.Value, member));
        return new Conversion(Invoke(nameof(ToImmutableDictionary), [member], converted));
    }

    private Conversion ConvertOutput(string context, object value, Type target)
    {
        var inner = target.GenericTypeArguments[0];
        var conversion = Convert(context, value, inner);
        return conversion.Problem is null ? new Conversion(Invoke(nameof(ToOutput), [inner], conversion.Value)) : conversion;
    }

    private Conversion ConvertOutputType(string context, object value, Type target)
    {
        if (value is not ImmutableDictionary<string, object?> dictionary)
        {
            return Conversion.Mismatch(typeof(ImmutableDictionary<string, object>).FullName!, value, context);
        }

        var constructor = MarkedTypes.FindOutputConstructor(target)!;
        var arguments = constructor.GetParameters().Select(parameter => ConvertOrWarn(
            $"{target.FullName}({parameter.Name})", dictionary.GetValueOrDefault(PropertyOf(parameter)), parameter.ParameterType));
        return new Conversion(constructor.Invoke([.. arguments]));
    }

    private static string PropertyOf(ParameterInfo parameter)
        => parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;

    private static object? DefaultOf(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    private static object Invoke(string method, Type[] types, object? argument)
        => typeof(TypedReader).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, [argument])!;

    private static ImmutableArray<T> ToImmutableArray<T>(T[] elements) => ImmutableArray.Create(elements);

    private static ImmutableDictionary<string, T> ToImmutableDictionary<T>(Dictionary<string, object?> members)
        => members.ToImmutableDictionary(member => member.Key, member => (T)member.Value!);

    private static Output<T> ToOutput<T>(object? value) => Output.Create((T)value!);
}
