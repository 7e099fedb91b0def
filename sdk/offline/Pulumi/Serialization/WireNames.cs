namespace Pulumi.Serialization;

/// <summary>Names of members of special values and of resources on the wire.</summary>
internal static class WireNames
{
    public const string Value = "value";
    public const string Secret = "secret";
    public const string Dependencies = "dependencies";
    public const string Id = "id";
    public const string Urn = "urn";
    public const string PackageVersion = "packageVersion";
}
