using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Tests.Clouds.Network;
using CloudUpdate.Provider.Tests.Rpc;

namespace CloudUpdate.Provider.Tests.Processes;

/// <summary>A plugin in the same process shell as the provider, whose resources misbehave by name. Process tests start it.</summary>
internal static class TestPlugin
{
    /// <summary>Creates a resource that prints to standard output.</summary>
    public const string Prints = "prints";

    /// <summary>Creates a resource that is never ready, tells the engine that it waits, and says what exists when it is cancelled.</summary>
    public const string Waits = "waits";

    /// <summary>Creates a resource with an unhandled exception on a thread pool thread beside the call.</summary>
    public const string Throws = "throws";

    /// <summary>Creates a resource whose output says how many bytes are in use.</summary>
    public const string Measures = "measures";

    public static Task<int> Main(string[] args) => args is [CloudProbe.Verb, var address]
        ? CloudProbe.RunAsync(address)
        : PluginProcess.RunAsync(args, environment => new EchoProvider(environment)
        {
            OnCreate = (call, cancellationToken) => CreateAsync(environment, call, cancellationToken),
        });

    private static async Task<CreateResult> CreateAsync(ProviderEnvironment environment, CreateCall call, CancellationToken cancellationToken)
    {
        switch (call.Address.Name)
        {
            case Prints:
                Console.WriteLine("noise on the console");
                await Console.Out.WriteAsync("more noise");
                break;
            case Measures:
                return new CreateResult("id", PropertyMap.Of(("bytes", PropertyValue.Of(GC.GetTotalMemory(forceFullCollection: true)))));
            case Waits:
                environment.EngineLog.Log(EngineSeverity.Info, Waits, call.Address.Urn);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw new ProviderException(ProviderErrorCode.Cancelled, "Cancelled.") { Partial = new PartialState("half-made", PropertyMap.Empty, null, ["not ready"]) };
            case Throws:
                _ = Task.Run(() => throw new InvalidOperationException("nobody observes this"), CancellationToken.None);
                throw new InvalidOperationException("a bug");
            default:
                break;
        }

        return new CreateResult("id", call.Inputs);
    }
}
