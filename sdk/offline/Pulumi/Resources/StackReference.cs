using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Gives access to the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Refers to a stack.</summary>
    /// <param name="name">The reference's name, which is the stack's unless the inputs give another.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">The options.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack's name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the stack's secret outputs.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The output of a name, or null if there is none. It is secret only if that output is.</summary>
    /// <param name="name">The output's name.</param>
    public Output<object?> GetOutput(Input<string> name)
        => Output.Tuple(name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(both => both.Item2.GetValueOrDefault(both.Item1))
            .WithAsync(traits => AsSecretAsOutputAsync(traits, name));

    /// <summary>The output of a name; fails with <see cref="KeyNotFoundException"/> if there is none.</summary>
    /// <param name="name">The output's name.</param>
    public Output<object> RequireOutput(Input<string> name)
        => Output.Tuple(name, (Input<string>)Name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(all => all.Item3.TryGetValue(all.Item1, out var value)
                ? value
                : throw new KeyNotFoundException($"Required output '{all.Item1}' does not exist on stack '{all.Item2}'."))
            .WithAsync(traits => AsSecretAsOutputAsync(traits, name));

    /// <summary>The value of the output of a name, or null if there is none or it is not known.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public Task<object?> GetValueAsync(Input<string> name)
        => RevealAsync(GetOutput(name), "GetOutputValueAsync", "GetOutput");

    /// <summary>The value of the output of a name.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is no such output.</exception>
    public Task<object> RequireValueAsync(Input<string> name)
        => RevealAsync(RequireOutput(name), "RequireOutputValueAsync", "RequireOutput");

    /// <summary>The value of the output of a name, and whether it is secret.</summary>
    /// <param name="name">The output's name.</param>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    private static async Task<T> RevealAsync<T>(Output<T> output, string called, string instead)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException(
                $"Cannot call '{called}' if the referenced stack has secret outputs. Use '{instead}' instead.")
            : data.Value;
    }

    // All outputs together are secret as soon as one is; the list of names tells which.
    private async Task<OutputTraits> AsSecretAsOutputAsync(OutputTraits traits, Input<string> name)
    {
        var asked = await name.ToOutput().Data.ConfigureAwait(false);
        var secret = await SecretOutputNames.Data.ConfigureAwait(false);
        var isSecret = asked.IsKnown && secret.IsKnown
            ? secret.Value.Contains(asked.Value)
            : (await Outputs.Data.ConfigureAwait(false)).IsSecret;
        return traits with { IsSecret = isSecret };
    }
}
