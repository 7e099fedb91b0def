using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function that a test's program calls.</summary>
public class MockCallArgs
{
    /// <summary>Creates a description.</summary>
    public MockCallArgs()
    {
    }

    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments as plain values; those that are unknown or null are left out.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider, as URN and id; empty for the default one.</summary>
    public string? Provider { get; set; }
}
