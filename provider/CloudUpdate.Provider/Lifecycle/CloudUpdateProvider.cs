using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>The provider: finds the table that a call is about and runs the call over it.</summary>
/// <param name="services">What it is made of.</param>
internal sealed class CloudUpdateProvider(ProviderServices services) : IProvider, IAsyncDisposable
{
    private readonly Autonaming _autonaming = new(services.Entropy);
    private readonly IdentityMemory _memory = new(services.Entropy);
    private readonly Lazy<string> _schema = new(services.Schema);
    private CloudsInForce? _clouds;
    private int _saidUnread;

    /// <inheritdoc/>
    public string Version => services.Version;

    /// <inheritdoc/>
    public string GetSchema() => _schema.Value;

    /// <inheritdoc/>
    public CheckResult CheckConfig(CheckCall call) => services.Configuration.Check(call, new EngineNotices(services.Log, call.Address.Urn));

    /// <inheritdoc/>
    public DiffResult DiffConfig(DiffCall call) => services.Configuration.Diff(call);

    /// <inheritdoc/>
    public void Configure(ConfigureCall call)
    {
        _clouds = services.Configuration.Connect(call);
        _memory.Forget();
        _saidUnread = 0;
    }

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken)
    {
        var notices = new EngineNotices(services.Log, call.Address.Urn);
        return Task.FromResult(new CheckFlow(Definition(call.Address.Type), call, _autonaming, notices).Run());
    }

    /// <inheritdoc/>
    public DiffResult Diff(DiffCall call)
    {
        var definition = Definition(call.Address.Type);
        var result = new DiffFlow(definition, call, _clouds).Run();
        if (!result.Differences.IsEmpty)
        {
            // Whether it replaces is not ours alone to say: users force it with replaceOnChanges.
            _memory.Announce(call.Address.Urn, Announcements.Of(definition, call, result));
        }

        return result;
    }

    /// <inheritdoc/>
    public Task<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        var context = Context(call.Address, call.Timeout, cancellationToken, call.Inputs) with { Entry = call.Preview ? null : _memory.NextEntry() };
        SayUnread(call.Preview);
        return context.GuardAsync("creating", string.Empty, () => new CreateFlow(context, call).RunAsync());
    }

    /// <inheritdoc/>
    public Task<ReadResult> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var context = Context(call.Address, call.Timeout, cancellationToken, call.OldInputs, call.OldOutputs) with { Entry = EntryOf(call.OldOutputs) };
        return context.GuardAsync("reading", call.Id, () => new ReadFlow(context, call).RunAsync());
    }

    /// <inheritdoc/>
    public Task<UpdateResult> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        var context = Context(call.Address, call.Timeout, cancellationToken, call.OldInputs, call.Olds, call.News) with { Entry = EntryOf(call.Olds) };
        SayUnread(call.Preview);
        return context.GuardAsync("updating", call.Id, () => new UpdateFlow(context, call).RunAsync());
    }

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var context = Context(call.Address, call.Timeout, cancellationToken, call.OldInputs, call.Olds) with { Entry = EntryOf(call.Olds) };
        return context.GuardAsync("deleting", call.Id, async () =>
        {
            await new DeleteFlow(context, call).RunAsync();
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        var function = services.Catalog.Function(call.Token)
            ?? throw new ProviderException(ProviderErrorCode.NotFound, $"There is no function {call.Token} in this provider.");
        RefuseUnread(call);
        var secrets = OperationSecrets.In(function.Inputs.Concat(function.Outputs), call.Args);
        var context = Context(function.Resource, new ResourceAddress(string.Empty, call.Token, string.Empty), null, secrets, cancellationToken);
        return context.GuardAsync("looking up", string.Empty, () => new InvokeFlow(context, function, call.Args).RunAsync());
    }

    /// <summary>Gives back what configurations took, for example tokens.</summary>
    public ValueTask DisposeAsync() => services.Configuration.DisposeAsync();

    private static string? EntryOf(PropertyMap? outputs) => outputs is null ? null : Bags.Text(outputs, Internals.Entry);

    private ResourceDefinition Definition(string type) => services.Catalog.Resource(type)
        ?? throw new ProviderException(ProviderErrorCode.NotFound, $"There is no resource type {type} in this provider.");

    private OperationContext Context(ResourceAddress address, TimeSpan? timeout, CancellationToken cancellationToken, params IEnumerable<PropertyMap?> bags)
    {
        var definition = Definition(address.Type);
        var secrets = OperationSecrets.In(definition.Inputs.Concat(definition.Outputs), bags);
        return Context(definition, address, timeout, secrets, cancellationToken);
    }

    private OperationContext Context(
        ResourceDefinition definition, ResourceAddress address, TimeSpan? timeout, OperationSecrets secrets, CancellationToken cancellationToken)
    {
        var clouds = _clouds ?? throw new ProviderException(
            ProviderErrorCode.FailedPrecondition, "The provider is not configured yet; Configure must come first.");
        var deadline = services.Time.GetUtcNow() + (timeout ?? definition.Timeout);
        var scope = new CallScope(
            clouds.Client, clouds.Locks, services.Time, new EngineNotices(services.Log, address.Urn), address.Urn, deadline, cancellationToken)
        {
            Secrets = secrets,
        };
        return new OperationContext(definition, address, clouds, _memory, scope);
    }

    // A function has no way to answer "not known yet".
    private void RefuseUnread(InvokeCall call)
    {
        if (call.Preview && _clouds is { PreviewReads: false })
        {
            throw new ProviderException(
                ProviderErrorCode.FailedPrecondition, $"{call.Token} cannot be answered in a preview that reads no cloud (previewReads is \"never\").");
        }
    }

    private void SayUnread(bool preview)
    {
        if (preview && _clouds is { PreviewReads: false } && Interlocked.Exchange(ref _saidUnread, 1) == 0)
        {
            services.Log.Log(
                EngineSeverity.Warning,
                "previewReads is \"never\": this preview reads no cloud, so it does not say what adoptions change, and shows as unknown what only a cloud can tell.",
                string.Empty);
        }
    }
}
