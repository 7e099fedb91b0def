using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Huawei;
using CloudUpdate.Provider.Clouds.MongoDbAtlas;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Clouds.Waiting;

namespace CloudUpdate.Provider.Clouds;

/// <summary>
/// The clients of all clouds, from one Configure to the next. Nothing is sent before it is needed. Disposing them ends calls that are under way and
/// gives tokens back.
/// </summary>
internal sealed class CloudClients : ICloudClient, IAsyncDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly HttpTransport _transport;
    private readonly HttpPipeline _pipeline;
    private readonly HuaweiCloud _huawei;
    private readonly AtlasCloud _atlas;
    private int _disposed;

    /// <summary>Creates the clients.</summary>
    /// <param name="settings">The settings in force.</param>
    /// <param name="services">What they need from outside.</param>
    /// <param name="options">The numbers to go by, but for those that the settings name; null for the defaults.</param>
    public CloudClients(CloudSettings settings, CloudServices services, PipelineOptions? options = null)
    {
        var numbers = (options ?? new PipelineOptions()) with { MaxRetries = settings.MaxRetries, AttemptTimeout = settings.RequestTimeout };
        var logger = services.LoggerFactory.CreateLogger(CloudTracing.SourceName);
        var time = services.Time;
        _transport = new HttpTransport(services.Handler(numbers), numbers, time);
        _pipeline = new HttpPipeline(_transport, numbers, time, services.Jitter, logger, services.EngineLog);
        _huawei = new HuaweiCloud(settings.Huawei, _pipeline, time, logger, _lifetime.Token);
        _atlas = new AtlasCloud(settings.Atlas, _pipeline, time, services.ClientNonce, logger, _lifetime.Token);
        Waiter = new StateWaiter(time);
    }

    /// <summary>Lets writes to one parent object go one at a time.</summary>
    public IParentLocks Locks { get; } = new ParentLocks();

    /// <summary>Waits for final states.</summary>
    public StateWaiter Waiter { get; }

    /// <inheritdoc />
    public async Task<CloudResponse> SendAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var cloud = CloudOf(request.Service);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token, cancellationToken);
        return await _pipeline.SendAsync(request, token => cloud.PrepareAsync(request, token), both.Token);
    }

    /// <inheritdoc />
    public async Task<EffectiveLocation> LocateAsync(
        string service, string? region, string? projectId, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        var request = new CloudRequest
        {
            Service = service,
            Operation = "Locate",
            Method = HttpMethod.Get,
            PathTemplate = "/",
            Region = region,
            ProjectId = projectId,
            Deadline = deadline,
        };
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token, cancellationToken);
        return await _pipeline.FindAsync(request, token => CloudOf(service).LocateAsync(request, token), both.Token);
    }

    /// <summary>Ends calls that are under way, gives tokens back as far as that is quick, and closes connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _lifetime.CancelAsync();
        await _atlas.RevokeAsync();
        _transport.Dispose();
        _lifetime.Dispose();
    }

    private ICloudService CloudOf(string service) => service switch
    {
        "atlas" => _atlas,
        "eg" or "ga" or "kms" or "css" or "iam" => _huawei,
        _ => throw new ArgumentException($"there is no service {service}", nameof(service)),
    };
}
