using CloudUpdate.Provider.Lifecycle;

namespace CloudUpdate.Provider.Tests.Rpc;

/// <summary>A provider for tests of the layers above: every call answers with what it was given, unless a test sets another answer.</summary>
internal sealed class EchoProvider(ProviderEnvironment environment) : IProvider
{
    public ProviderEnvironment Environment { get; } = environment;

    public string Version => "1.2.3";

    public string Schema { get; init; } = """{"name":"echo","version":"1.2.3"}""";

    public Func<CheckCall, CheckResult> OnCheckConfig { get; init; } = call => new CheckResult(call.News, []);

    public Func<DiffCall, DiffResult> OnDiffConfig { get; init; } = _ => DiffResult.None;

    public Action<ConfigureCall> OnConfigure { get; init; } = _ => { };

    public Func<CheckCall, CancellationToken, Task<CheckResult>> OnCheck { get; init; } = (call, _) => Task.FromResult(new CheckResult(call.News, []));

    public Func<DiffCall, DiffResult> OnDiff { get; init; } = _ => DiffResult.None;

    public Func<CreateCall, CancellationToken, Task<CreateResult>> OnCreate { get; init; } =
        (call, _) => Task.FromResult(new CreateResult($"id-of-{call.Address.Name}", call.Inputs));

    public Func<ReadCall, CancellationToken, Task<ReadResult>> OnRead { get; init; } =
        (call, _) => Task.FromResult(new ReadResult(call.Id, call.OldInputs, call.OldOutputs));

    public Func<UpdateCall, CancellationToken, Task<UpdateResult>> OnUpdate { get; init; } = (call, _) => Task.FromResult(new UpdateResult(call.News));

    public Func<DeleteCall, CancellationToken, Task> OnDelete { get; init; } = (_, _) => Task.CompletedTask;

    public Func<InvokeCall, CancellationToken, Task<InvokeResult>> OnInvoke { get; init; } =
        (call, _) => Task.FromResult(new InvokeResult(call.Args, []));

    public string GetSchema() => Schema;

    public CheckResult CheckConfig(CheckCall call) => OnCheckConfig(call);

    public DiffResult DiffConfig(DiffCall call) => OnDiffConfig(call);

    public void Configure(ConfigureCall call) => OnConfigure(call);

    public Task<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => OnCheck(call, cancellationToken);

    public DiffResult Diff(DiffCall call) => OnDiff(call);

    public Task<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken) => OnCreate(call, cancellationToken);

    public Task<ReadResult> ReadAsync(ReadCall call, CancellationToken cancellationToken) => OnRead(call, cancellationToken);

    public Task<UpdateResult> UpdateAsync(UpdateCall call, CancellationToken cancellationToken) => OnUpdate(call, cancellationToken);

    public Task DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => OnDelete(call, cancellationToken);

    public Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken) => OnInvoke(call, cancellationToken);
}
