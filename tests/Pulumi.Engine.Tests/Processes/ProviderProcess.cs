using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Processes;

/// <summary>A provider as a process. Its objects are files, so that they outlive it.</summary>
internal static class ProviderProcess
{
    /// <summary>The folder of the objects.</summary>
    public const string Objects = "ENGINE_TEST_OBJECTS";

    /// <summary>A call, such as <c>Create b</c>, that makes its object, leaves a file <c>stalled</c> with the process id, and never answers.</summary>
    public const string Stall = "ENGINE_TEST_STALL";

    public static async Task<int> RunAsync()
    {
        var folder = Environment.GetEnvironmentVariable(Objects)!;
        var stall = Environment.GetEnvironmentVariable(Stall) ?? string.Empty;
        var provider = new FakeProvider("fake");
        async Task StallAsync(string call)
        {
            if (call == stall)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "stalled.tmp"), $"{Environment.ProcessId}");
                File.Move(Path.Combine(folder, "stalled.tmp"), Path.Combine(folder, "stalled"), overwrite: true);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            }
        }

        provider.OnCreate = async request =>
        {
            if (request.Preview)
            {
                return null;
            }

            var id = $"{request.Name}-1";
            await File.WriteAllTextAsync(Path.Combine(folder, id), request.Urn);
            await StallAsync($"Create {request.Name}");
            provider.Objects[id] = PropertyCodec.DecodeOrEmpty(request.Properties);
            return new() { Id = id, Properties = request.Properties };
        };
        provider.OnUpdate = async request =>
        {
            await StallAsync($"Update {request.Name}");
            return null;
        };
        provider.OnDelete = async request =>
        {
            await StallAsync($"Delete {request.Name}");
            File.Delete(Path.Combine(folder, request.Id));
        };

        var ended = new TaskCompletionSource();
        provider.OnCancel = () => ended.TrySetResult();
        var server = await FakeProviderServer.StartAsync();
        server.Register(new FakeProviderInstance(provider, 1));
        Console.WriteLine(new Uri(server.Address).Port);
        Console.WriteLine("said after the port");
        await ended.Task;
        return 0;
    }
}
