using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that a test's program declared or reads.</summary>
public class MockResourceArgs
{
    /// <summary>Creates a description.</summary>
    public MockResourceArgs()
    {
    }

    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The inputs as plain values, secret ones too; those that are unknown or null are left out.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider, as URN and id; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of an object that is read or imported; empty otherwise.</summary>
    public string? Id { get; set; }
}
