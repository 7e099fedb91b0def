using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs and makes unusual ones; meant for tests.</summary>
public static class OutputUtilities
{
    private static readonly OutputTraits s_unknown = OutputTraits.Plain with { IsKnown = false };

    /// <summary>Creates an unknown output.</summary>
    /// <param name="value">A value, which gives the type; nobody sees it.</param>
    public static Output<T> CreateUnknown<T>(T value) => Output<T>.FromData(value, s_unknown);

    /// <summary>Creates an unknown output.</summary>
    /// <param name="valueFactory">Never called, since the output is unknown.</param>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
        => Output<T>.FromData(default!, s_unknown).Apply(_ => valueFactory());

    /// <summary>The same output, which also depends on a resource.</summary>
    /// <param name="output">The output.</param>
    /// <param name="resource">The resource.</param>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.With(traits => traits.DependingOn([resource]));
    }

    /// <summary>The resources that an output depends on.</summary>
    /// <param name="output">The output.</param>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.Data.ConfigureAwait(false)).Traits.Resources;

    /// <summary>An output's value; the type's default while it is unknown.</summary>
    /// <param name="output">The output.</param>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    /// <summary>Whether an output is known.</summary>
    /// <param name="output">The output.</param>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;
}
