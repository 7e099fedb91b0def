using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>
/// The root of all resources of a program. A program derives from it, declares resources in the constructor and
/// assigns the stack's outputs to properties with <see cref="OutputAttribute"/>.
/// </summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Declares the stack.</summary>
    /// <param name="options">The options.</param>
    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}")
        => DeploymentSession.Current.Stack = this;

    /// <summary>The stack of a program that is a function.</summary>
    internal Stack(Func<Task<IDictionary<string, object?>>> program)
        : this()
    {
        Outputs = Output.Create(RunAsync(program));
        RegisterOutputs(Outputs);
    }

    /// <summary>What the program leaves behind, by name.</summary>
    internal Output<IDictionary<string, object?>> Outputs { get; private set; }
        = Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Registers the values of all properties with <see cref="OutputAttribute"/>, on behalf of a derived class.</summary>
    /// <exception cref="RunException">A property has no value, or one that is no output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = (
            from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let attribute = property.GetCustomAttribute<OutputAttribute>()
            where attribute is not null && !property.DeclaringType!.IsAssignableFrom(typeof(Stack))
            select KeyValuePair.Create(attribute.Name ?? property.Name, property.GetValue(this))).ToDictionary();
        RequireAssigned(outputs);
        Outputs = Output.Create<IDictionary<string, object?>>(outputs);
        RegisterOutputs(Outputs);
    }

    private static void RequireAssigned(Dictionary<string, object?> outputs)
    {
        var missing = outputs.Where(output => output.Value is null).Select(output => output.Key).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        var wrong = outputs.Where(output => !IsOutput(output.Value!.GetType())).Select(output => output.Key).ToList();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }
    }

    private static bool IsOutput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program)
        => (await program().ConfigureAwait(false)).ToImmutableDictionary();
}
