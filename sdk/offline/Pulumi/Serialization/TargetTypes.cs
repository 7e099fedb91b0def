using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Tells types that wire values can be read as from those that a program declared by mistake.</summary>
internal static class TargetTypes
{
    private static readonly ImmutableHashSet<Type> s_plain =
        [typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object)];

    private static readonly ConcurrentDictionary<Type, bool> s_accepted = new();

    /// <exception cref="InvalidOperationException">The type, or one that it is made of, is not one of these.</exception>
    public static void Check(string context, Type target)
    {
        if (!s_accepted.ContainsKey(target))
        {
            Check(context, target, []);
            s_accepted.TryAdd(target, true);
        }
    }

    private static void Check(string context, Type target, HashSet<Type> seen)
    {
        if (!seen.Add(target) || s_plain.Contains(target) || MarkedTypes.IsResource(target)
            || (target.IsEnum && target.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (MarkedTypes.IsEnumStruct(target))
        {
            CheckEnumStruct(target);
        }
        else if (target.IsConstructedGenericType)
        {
            CheckGeneric(context, target, seen);
        }
        else
        {
            CheckOutputType(context, target, seen);
        }
    }

    private static void CheckEnumStruct(Type target)
    {
        Type[] candidates = [typeof(string), typeof(double)];
        var underlying = candidates.FirstOrDefault(type => MarkedTypes.FindConstructor(target, type) is not null)
            ?? throw new InvalidOperationException(
                $"{target.FullName} had [{nameof(EnumTypeAttribute)}], "
                + "but did not contain constructor with a single String or Double parameter.");
        if (MarkedTypes.FindConversion(target)?.ReturnType != underlying)
        {
            throw new InvalidOperationException(
                $"{target.FullName} had [{nameof(EnumTypeAttribute)}], "
                + $"but did not contain an explicit conversion operator to {underlying.FullName}.");
        }
    }

    private static void CheckGeneric(string context, Type target, HashSet<Type> seen)
    {
        var definition = target.GetGenericTypeDefinition();
        var arguments = target.GenericTypeArguments;
        if (definition == typeof(ImmutableDictionary<,>))
        {
            if (arguments[0] != typeof(string))
            {
                throw new InvalidOperationException(
                    $"{context} contains invalid type {target.FullName}:\n"
                    + "    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
            }
        }
        else if (definition != typeof(Nullable<>) && definition != typeof(Union<,>)
            && definition != typeof(ImmutableArray<>) && definition != typeof(Output<>))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {target.FullName}:\n"
                + "    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Check(context, argument, seen);
        }
    }

    private static void CheckOutputType(string context, Type target, HashSet<Type> seen)
    {
        if (!target.IsDefined(typeof(OutputTypeAttribute), inherit: true))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {target.FullName}. Allowed types are:\n"
                + "    String, Boolean, Int32, Double,\n"
                + "    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n"
                + $"    a class explicitly marked with the [{nameof(OutputTypeAttribute)}].");
        }

        var constructor = MarkedTypes.FindOutputConstructor(target)
            ?? throw new InvalidOperationException(
                $"{target.FullName} had [{nameof(OutputTypeAttribute)}], "
                + $"but did not contain constructor marked with [{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{target.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}
