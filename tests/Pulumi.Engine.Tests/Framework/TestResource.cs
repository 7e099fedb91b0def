using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>One resource of a program that is data. Inputs may refer to earlier resources with <see cref="TestProgram.Output"/>.</summary>
internal sealed record TestResource(string Name, string Type = "fake:index:Thing")
{
    public ImmutableDictionary<string, object?> Inputs { get; init; } = [];

    public bool Custom { get; init; } = true;

    /// <summary>Name of the parent; empty for the root stack.</summary>
    public string Parent { get; init; } = string.Empty;

    /// <summary>Names it depends on.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Name of an explicit provider.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>Name of the resource that it is deleted with.</summary>
    public string DeletedWith { get; init; } = string.Empty;

    /// <summary>Where set, the object is read instead of registered.</summary>
    public string? ReadId { get; init; }

    /// <summary>Outputs that a component registers; null for none.</summary>
    public ImmutableDictionary<string, object?>? Outputs { get; init; }

    /// <summary>Sets further options on the request.</summary>
    public Action<RegisterResourceRequest>? Options { get; init; }

    public TestResource With(string key, object? value) => this with { Inputs = Inputs.SetItem(key, value) };
}

/// <summary>An output of an earlier resource, as input.</summary>
internal sealed record OutputReference(string Name, string Key);

/// <summary>A secret input.</summary>
internal sealed record SecretInput(object? Value)
{
    public override string ToString() => "[secret]";
}
