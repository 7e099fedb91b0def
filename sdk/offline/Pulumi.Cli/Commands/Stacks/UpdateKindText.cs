using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary>Names of operations in history; the Automation API knows these and no others.</summary>
internal static class UpdateKindText
{
    public static string Of(UpdateKind kind) => kind switch
    {
        UpdateKind.Update => "update",
        UpdateKind.Refresh => "refresh",
        UpdateKind.Destroy => "destroy",
        UpdateKind.ResourceImport => "resource-import",
        UpdateKind.StackImport => "import",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
