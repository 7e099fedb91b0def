using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display;

/// <summary>Shows one run of the engine.</summary>
internal interface IOperationDisplay : IEventSink
{
    /// <summary>Called before the first event.</summary>
    void Begin();

    /// <summary>Called after the last event.</summary>
    /// <param name="result">How the run ended; null where it could not begin.</param>
    Task EndAsync(UpdateResult? result);
}
