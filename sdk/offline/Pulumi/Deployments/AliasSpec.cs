using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Writes aliases for an engine that completes their missing parts itself.</summary>
internal static class AliasSpec
{
    /// <summary>The aliases that are known.</summary>
    public static async Task<List<Rpc.Alias>> WriteAsync(IEnumerable<Input<Alias>> aliases)
    {
        var written = new List<Rpc.Alias>();
        foreach (var alias in aliases)
        {
            if (await alias.ToOutput().GetValueAsync(whenUnknown: null!).ConfigureAwait(false) is { } known)
            {
                written.Add(await WriteAsync(known).ConfigureAwait(false));
            }
        }

        return written;
    }

    private static async Task<Rpc.Alias> WriteAsync(Alias alias)
    {
        if (alias.Urn is { } urn)
        {
            return new Rpc.Alias { Urn = urn };
        }

        var spec = new Rpc.Alias.Types.Spec
        {
            Name = await TextOfAsync(alias.Name).ConfigureAwait(false),
            Type = await TextOfAsync(alias.Type).ConfigureAwait(false),
            Stack = await TextOfAsync(alias.Stack).ConfigureAwait(false),
            Project = await TextOfAsync(alias.Project).ConfigureAwait(false),
        };
        if ((alias.Parent is { Urn: var urnOfParent } ? (Input<string>)urnOfParent : alias.ParentUrn) is not { } parent)
        {
            spec.NoParent = alias.NoParent;
        }
        else if (await TextOfAsync(parent).ConfigureAwait(false) is { Length: > 0 } parentUrn)
        {
            spec.ParentUrn = parentUrn;
        }

        return new Rpc.Alias { Spec = spec };
    }

    private static async Task<string> TextOfAsync(Input<string>? input)
        => input is null ? "" : await input.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
}
