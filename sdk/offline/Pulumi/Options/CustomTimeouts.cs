using System.Globalization;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>How long the operations of a resource may take. Default of each: as the provider decides.</summary>
public sealed class CustomTimeouts
{
    /// <summary>Creates time limits.</summary>
    public CustomTimeouts()
    {
    }

    /// <summary>How long creating may take.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>How long updating may take.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>How long deleting may take.</summary>
    public TimeSpan? Delete { get; set; }

    internal CustomTimeouts Clone() => new() { Create = Create, Update = Update, Delete = Delete };

    internal Rpc.RegisterResourceRequest.Types.CustomTimeouts ToRpc()
        => new() { Create = Text(Create), Update = Text(Update), Delete = Text(Delete) };

    // A duration in Go's notation; one tick is 100 nanoseconds.
    private static string Text(TimeSpan? time)
        => time is { Ticks: var ticks } ? string.Create(CultureInfo.InvariantCulture, $"{ticks}00ns") : "";
}
