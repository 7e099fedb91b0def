using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Lifecycle;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudUpdate.Provider.Tests.Clouds.Network;

/// <summary>
/// A process that sends one request and prints what came of it. What .NET takes from the environment it takes once, so tests of proxies and
/// certificates need a process of their own.
/// </summary>
internal static class CloudProbe
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Verb = "probe-cloud";

    public static async Task<int> RunAsync(string address)
    {
        var configuration = new Dictionary<string, string>
        {
            ["atlasBaseUrl"] = address,
            ["atlasAccessToken"] = "probe-token",
            ["maxRetries"] = "0",
        };
        var settings = CloudSettings.Resolve(configuration, new SystemEnvironment(), new SystemFileReader()).Settings!;
        await using var clients = new CloudClients(settings, new CloudServices(NullLoggerFactory.Instance, new Silence()));
        try
        {
            var response = await clients.SendAsync(Requests.Get("atlas", "/probe"), default);
            await Console.Out.WriteAsync($"{response.Status} {response.Body?["from"]}");
        }
        catch (CloudException error)
        {
            await Console.Out.WriteAsync($"{error.Kind} {error.CloudMessage}");
        }

        return 0;
    }

    private sealed class Silence : IEngineLog
    {
        public void Log(EngineSeverity severity, string message, string urn, bool ephemeral)
        {
        }
    }
}
