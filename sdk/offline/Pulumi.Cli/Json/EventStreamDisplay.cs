using Newtonsoft.Json;
using Pulumi.Cli.Display;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Json;

/// <summary>One event a line on standard output, and nothing else.</summary>
internal sealed class EventStreamDisplay(TextWriter output) : IOperationDisplay
{
    public void Begin()
    {
    }

    public void OnEvent(EngineEvent engineEvent) => output.WriteLine(EngineEventJson.Write(engineEvent).ToString(Formatting.None));

    public Task EndAsync(UpdateResult? result) => output.FlushAsync();
}
