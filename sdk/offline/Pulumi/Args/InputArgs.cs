using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A class whose members with <see cref="InputAttribute"/> are the inputs of something.</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> s_members = new();

    /// <summary>Creates inputs.</summary>
    protected InputArgs()
    {
    }

    /// <summary>The inputs by their names on the wire.</summary>
    /// <exception cref="ArgumentNullException">A required input is null.</exception>
    internal ImmutableDictionary<string, object?> ToDictionary()
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in s_members.GetOrAdd(GetType(), InputMember.Of))
        {
            inputs.Add(member.Input.Name, ValueOf(member));
        }

        return inputs.ToImmutable();
    }

    private object? ValueOf(InputMember member)
    {
        var name = $"[Input] {GetType().FullName}.{member.Name}";
        var value = member.Read(this);
        if (value is null && member.Input.IsRequired)
        {
            throw new ArgumentNullException(member.Name, $"{name} is required but was not given a value");
        }

        return member.Input.Json ? JsonText.Of(name, value) : value;
    }

    // Public and private members: the generator keeps secret and collection inputs in private fields.
    private readonly record struct InputMember(InputAttribute Input, string Name, Func<object, object?> Read)
    {
        private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        public static ImmutableArray<InputMember> Of(Type type)
            =>
            [
                .. from field in type.GetFields(Instance)
                   let input = field.GetCustomAttribute<InputAttribute>()
                   where input is not null
                   select new InputMember(input, field.Name, field.GetValue),
                .. from property in type.GetProperties(Instance)
                   let input = property.GetCustomAttribute<InputAttribute>()
                   where input is not null
                   select new InputMember(input, property.Name, property.GetValue),
            ];
    }
}
