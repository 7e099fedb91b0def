namespace CloudUpdate.Provider.Lifecycle;

/// <summary>A provider without resources and functions: every token is unknown to it.</summary>
internal sealed class EmptyProvider : IProvider
{
    /// <inheritdoc/>
    public string Version => typeof(EmptyProvider).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <inheritdoc/>
    public string GetSchema() => $$"""{"name":"cloudupdate","version":"{{Version}}"}""";

    /// <inheritdoc/>
    public CheckResult CheckConfig(CheckCall call) => new(call.News, []);

    /// <inheritdoc/>
    public DiffResult DiffConfig(DiffCall call) => DiffResult.None;

    /// <inheritdoc/>
    public void Configure(ConfigureCall call)
    {
        // Nothing to configure.
    }

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public DiffResult Diff(DiffCall call) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public Task<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public Task<ReadResult> ReadAsync(ReadCall call, CancellationToken cancellationToken) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public Task<UpdateResult> UpdateAsync(UpdateCall call, CancellationToken cancellationToken) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => throw Unknown(call.Address.Type);

    /// <inheritdoc/>
    public Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken) => throw Unknown(call.Token);

    private static ProviderException Unknown(string token) => new(ProviderErrorCode.NotFound, $"There is no \"{token}\" in this provider.");
}
