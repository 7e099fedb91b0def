using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>Who the backend says the caller is.</summary>
/// <param name="user">User name.</param>
/// <param name="url">Address of the backend.</param>
/// <param name="organizations">Organizations of the user.</param>
public class WhoAmIResult(string user, string? url, ImmutableArray<string> organizations)
{
    /// <summary>User name.</summary>
    public string User { get; } = user;

    /// <summary>Address of the backend.</summary>
    public string? Url { get; } = url;

    /// <summary>Organizations of the user.</summary>
    public ImmutableArray<string> Organizations { get; } = organizations;
}
