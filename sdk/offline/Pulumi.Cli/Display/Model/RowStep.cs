using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Model;

/// <summary>One step of a resource.</summary>
/// <param name="Metadata">The latest that events said of it.</param>
/// <param name="IsRefresh">Whether it began as a refresh; its operation then says what the refresh found.</param>
internal sealed record RowStep(StepMetadata Metadata, bool IsRefresh);
