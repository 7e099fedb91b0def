using System.Collections.Concurrent;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Tests.Clouds.Settings;
using CloudUpdate.TestKit.Logging;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds;

/// <summary>
/// Cloud clients on fake time over real sockets. Pauses between attempts have no jitter unless <see cref="Jitter"/> says otherwise, so their bounds
/// are what is seen.
/// </summary>
internal sealed class CloudBench : IEngineLog, IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<string> _told = new();
    private readonly Lazy<CloudClients> _clients;

    public CloudBench() => _clients = new Lazy<CloudClients>(Create);

    public AutoAdvancingTimeProvider Time { get; } = new(Start);

    public LogCollector Log { get; } = new();

    public FakeMachine Machine { get; } = new();

    public Dictionary<string, string> Configuration { get; } = [];

    public PipelineOptions Options { get; set; } = new();

    public Func<double> Jitter { get; set; } = () => 1;

    public Func<PipelineOptions, HttpMessageHandler> Handler { get; set; } = MessageHandlers.Create;

    /// <summary>What the user's log was told, as <c>severity|urn|message</c>, with an asterisk if it belongs to the status line.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    public CloudClients Clients => _clients.Value;

    /// <summary>Seconds since the bench was made.</summary>
    public double Elapsed => (Time.GetUtcNow() - Start).TotalSeconds;

    /// <summary>An emulator on this bench's clock, with the configuration that points at it and holds its access key and service account.</summary>
    public async Task<EmulatorServer> EmulateAsync(EmulatorSettings? settings = null)
    {
        var server = await EmulatorServer.StartAsync(new EmulatorOptions
        {
            TimeProvider = Time.ServerSide,
            Settings = settings ?? EmulatorSettings.Immediate,
            LoggerFactory = Log,
        }).OrTimeout();
        PointAt(server.Address.AbsoluteUri);
        UseKeys(DemoCredentials.AccessKey, DemoCredentials.SecretKey);
        Configuration["huaweiProjectId"] = DemoCredentials.ProjectId;
        Configuration["atlasClientId"] = DemoCredentials.AtlasClientId;
        Configuration["atlasClientSecret"] = DemoCredentials.AtlasClientSecret;
        return server;
    }

    public void PointAt(string address)
    {
        var endpoints = new JObject();
        foreach (var service in new[] { "eg", "ga", "kms", "css", "iam" })
        {
            endpoints[service] = address;
        }

        Configuration["endpoints"] = endpoints.ToString();
        Configuration["atlasBaseUrl"] = address;
        Configuration["huaweiRegion"] = DemoCredentials.Region;
    }

    public void UseKeys(string accessKey, string secretKey)
    {
        Configuration["huaweiAccessKey"] = accessKey;
        Configuration["huaweiSecretKey"] = secretKey;
    }

    /// <summary>Takes away all credentials of Huawei Cloud.</summary>
    public void ForgetHuawei()
    {
        foreach (var key in SettingKeys.All.Where(key => key.IsCredential && key.Name.StartsWith("huawei", StringComparison.Ordinal)))
        {
            Configuration.Remove(key.Name);
        }
    }

    /// <summary>Takes away all credentials of Atlas.</summary>
    public void ForgetAtlas()
    {
        foreach (var key in SettingKeys.All.Where(key => key.IsCredential && key.Name.StartsWith("atlas", StringComparison.Ordinal)))
        {
            Configuration.Remove(key.Name);
        }
    }

    public Task<CloudResponse> SendAsync(CloudRequest request, CancellationToken cancellationToken = default) =>
        Clients.SendAsync(request, cancellationToken).OrTimeout();

    /// <summary>Lets time pass once nothing is in flight, so also what runs in the background has ended.</summary>
    public Task PassAsync(TimeSpan span) => Task.Delay(span, Time).OrTimeout();

    /// <summary>Sends a request that must fail.</summary>
    public CloudException Fail(CloudRequest request) => Assert.ThrowsAsync<CloudException>(() => SendAsync(request))!;

    void IEngineLog.Log(EngineSeverity severity, string message, string urn, bool ephemeral) =>
        _told.Enqueue($"{severity}{(ephemeral ? "*" : "")}|{urn}|{message}");

    public async ValueTask DisposeAsync()
    {
        if (_clients.IsValueCreated)
        {
            await _clients.Value.DisposeAsync().AsTask().OrTimeout();
        }

        Time.Dispose();
        Log.Dispose();
    }

    private CloudClients Create()
    {
        var resolution = CloudSettings.Resolve(Configuration, Machine, Machine);
        Assert.That(resolution.Problems, Is.Empty);
        var services = new CloudServices(Log, this)
        {
            Time = Time,
            Jitter = () => Jitter(),
            ClientNonce = () => "0a4f113b5c7d9e21",
            Handler = options => new InFlightHandler(Time, Handler(options)),
        };
        return new CloudClients(resolution.Settings!, services, Options);
    }
}
