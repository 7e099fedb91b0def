namespace CloudUpdate.Provider.Lifecycle;

/// <summary>One provider in plain values: what the gRPC service calls, and all it knows of resources.</summary>
/// <remarks>Calls run in parallel. A call that cannot be carried out throws <see cref="ProviderException"/>; anything else that
/// is thrown is a bug of the provider, save cancellation.</remarks>
internal interface IProvider
{
    /// <summary>Version of the provider, its schema and its package (semver).</summary>
    string Version { get; }

    /// <summary>The package schema as JSON; the same bytes at every call, without configuration or network.</summary>
    string GetSchema();

    /// <summary>Validates the configuration; needs no <see cref="Configure"/>.</summary>
    CheckResult CheckConfig(CheckCall call);

    /// <summary>Compares two configurations; never asks for a replacement.</summary>
    DiffResult DiffConfig(DiffCall call);

    /// <summary>Takes the configuration in force from here on; may be called again on an attached process.</summary>
    void Configure(ConfigureCall call);

    /// <summary>Validates the inputs of a resource and fills in what the first check of a new object decides.</summary>
    Task<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken);

    /// <summary>Compares old and new inputs: offline, pure, total.</summary>
    DiffResult Diff(DiffCall call);

    /// <summary>Creates or adopts an object; in preview changes nothing.</summary>
    Task<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken);

    /// <summary>Reads an object for refresh, import or look-up.</summary>
    Task<ReadResult> ReadAsync(ReadCall call, CancellationToken cancellationToken);

    /// <summary>Brings an object to the new inputs; in preview changes nothing.</summary>
    Task<UpdateResult> UpdateAsync(UpdateCall call, CancellationToken cancellationToken);

    /// <summary>Retains, restores or deletes an object; one that is gone is deleted already.</summary>
    Task DeleteAsync(DeleteCall call, CancellationToken cancellationToken);

    /// <summary>Answers a data function.</summary>
    Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken);
}
