using System.Text;
using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Configuration;
using CloudUpdate.Provider.Resources;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>The provider over gRPC, the emulator behind it, and a clock that both go by.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private static readonly string[] s_services = ["eg", "ga", "kms", "css", "iam"];

    private readonly string _address;

    private Workbench(AutoAdvancingTimeProvider clock, EmulatorServer emulator, ProviderHost host, string address)
    {
        (Clock, Emulator, Host, _address) = (clock, emulator, host, address);
    }

    public AutoAdvancingTimeProvider Clock { get; }

    public EmulatorServer Emulator { get; }

    public ProviderHost Host { get; }

    public ResourceProvider.ResourceProviderClient Client => Host.Client;

    public static async Task<Workbench> StartAsync(Catalog? catalog = null, EmulatorSettings? settings = null, string? address = null)
    {
        var clock = new AutoAdvancingTimeProvider(new DateTimeOffset(2026, 1, 15, 8, 30, 0, TimeSpan.Zero));
        var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock.ServerSide, Settings = settings ?? new() });
        var product = new Product
        {
            Catalog = catalog ?? Catalog.Product,
            Environment = NoEnvironment.Instance,
            Files = NoFiles.Instance,
            Adapt = services => services with { Jitter = () => 0.5, Handler = options => new InFlightHandler(clock, MessageHandlers.Create(options)) },
        };
        var host = await ProviderHost.StartAsync(product.Create, clock);
        return new Workbench(clock, emulator, host, address ?? emulator.Address.ToString());
    }

    /// <summary>Configuration beside that of Huawei Cloud, for every run: at first a log-in to Atlas that costs no request.</summary>
    public (string Key, object? Value)[] Also { get; set; } = [("atlasAccessToken", Bag.Secret(DemoCredentials.AtlasAccessToken))];

    /// <summary>Begins a run.</summary>
    public async Task ConfigureAsync(params (string Key, object? Value)[] more)
    {
        var config = Bag.Of(
            ("huaweiRegion", DemoCredentials.Region),
            ("huaweiProjectId", DemoCredentials.ProjectId),
            ("huaweiAccessKey", DemoCredentials.AccessKey),
            ("huaweiSecretKey", Bag.Secret(DemoCredentials.SecretKey)),
            ("atlasBaseUrl", _address),
            ("endpoints", Bag.Of([.. s_services.Select(service => (service, (object?)_address))])));
        await Client.ConfigureAsync(new ConfigureRequest { Args = PropertyCodec.Encode(config.With(Bag.Of(Also)).With(Bag.Of(more))), AcceptSecrets = true }).ResponseAsync.OrTimeout();
    }

    public ManagedResource Resource(string token, string name = "thing") => new(this, token, name);

    /// <summary>Requests since the journal was last cleared, as <c>METHOD path</c>.</summary>
    public IReadOnlyList<string> Requests => [.. Emulator.Journal.Entries.Select(entry => $"{entry.Method} {entry.Path}")];

    /// <summary>Bodies of writes since the journal was last cleared, secrets masked.</summary>
    public IReadOnlyList<JToken?> Written => [.. Emulator.Journal.Writes.Select(entry => entry.Body)];

    /// <summary>Bodies of writes since the journal was last cleared, secrets included.</summary>
    public IReadOnlyList<JObject> Sent =>
        [.. Emulator.Journal.Writes.Where(entry => entry.Body is not null).Select(entry => JObject.Parse(Encoding.UTF8.GetString(entry.RawBody.Span)))];

    /// <summary>Calls a function.</summary>
    public async Task<(PropertyMap Result, IReadOnlyList<CheckFailure> Failures)> InvokeAsync(string token, PropertyMap args, bool preview = false)
    {
        var answer = await Client.InvokeAsync(new InvokeRequest { Tok = token, Args = PropertyCodec.Encode(args), Preview = preview }).ResponseAsync.OrTimeout();
        return (PropertyCodec.DecodeOrEmpty(answer.Return), [.. answer.Failures]);
    }

    public IEnumerable<string> Said(string urn) => Host.Engine.MessagesAbout(urn);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Emulator.DisposeAsync();
        Clock.Dispose();
    }
}
