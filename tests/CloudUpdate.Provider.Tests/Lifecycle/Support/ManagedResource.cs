using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.TestKit.Time;
using Google.Protobuf;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>One resource and its state, driven through the protocol in the order in which the engine does it.</summary>
internal sealed class ManagedResource(Workbench bench, string token, string name)
{
    public string Urn { get; } = $"urn:pulumi:dev::shop::{token}::{name}";

    public string Id { get; private set; } = string.Empty;

    public PropertyMap Inputs { get; set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; set; } = PropertyMap.Empty;

    public IReadOnlyList<string> InitErrors { get; private set; } = [];

    public bool Exists => Id.Length > 0;

    public IEnumerable<string> Said => bench.Said(Urn);

    /// <summary>A preview in a run of its own.</summary>
    public Task<Step> PreviewAsync(PropertyMap program, params string[] ignoreChanges) => RunAsync(program, preview: true, ignoreChanges);

    /// <summary>An update in a run of its own.</summary>
    public Task<Step> UpAsync(PropertyMap program, params string[] ignoreChanges) => RunAsync(program, preview: false, ignoreChanges);

    public async Task<Step> RunAsync(PropertyMap program, bool preview, string[]? ignoreChanges = null, double timeout = 0, bool configure = true)
    {
        if (configure)
        {
            await bench.ConfigureAsync();
        }

        var ignored = ignoreChanges ?? [];
        foreach (var path in Exists ? ignored : [])
        {
            program = PropertyPath.Parse(path).Reset(Inputs, program) ?? program;
        }

        var check = await CheckAsync(Inputs, program);
        if (check.Failures.Count > 0)
        {
            return new Step(Op.Refused, [.. check.Failures], null, PropertyMap.Empty);
        }

        var news = PropertyCodec.DecodeOrEmpty(check.Inputs);
        return Exists ? await ChangeAsync(program, news, preview, ignored, timeout) : await CreateAsync(news, preview, timeout, Op.Create, null);
    }

    public async Task<CheckResponse> CheckAsync(PropertyMap olds, PropertyMap news, byte[]? seed = null) => await bench.Client.CheckAsync(new CheckRequest
    {
        Urn = Urn,
        Type = token,
        Name = name,
        Olds = PropertyCodec.Encode(olds),
        News = PropertyCodec.Encode(news),
        RandomSeed = ByteString.CopyFrom(seed ?? [.. Enumerable.Repeat((byte)7, 32)]),
    }).ResponseAsync.OrTimeout();

    public async Task<DiffResponse> DiffAsync(PropertyMap news, params string[] ignoreChanges) => await DiffAsync(Inputs, Outputs, news, ignoreChanges);

    public async Task<DiffResponse> DiffAsync(PropertyMap oldInputs, PropertyMap olds, PropertyMap news, params string[] ignoreChanges) =>
        await bench.Client.DiffAsync(new DiffRequest
        {
            Id = Id,
            Urn = Urn,
            Type = token,
            Name = name,
            OldInputs = PropertyCodec.Encode(oldInputs),
            Olds = PropertyCodec.Encode(olds),
            News = PropertyCodec.Encode(news),
            IgnoreChanges = { ignoreChanges },
        }).ResponseAsync.OrTimeout();

    /// <summary>Reads as a refresh does; forgets the resource where it is gone. Returns the difference as the engine shows it.</summary>
    public async Task<DiffResponse?> RefreshAsync()
    {
        await bench.ConfigureAsync();
        var (inputs, outputs) = (Inputs, Outputs);
        var read = await Guarded(() => bench.Client.ReadAsync(new ReadRequest
        {
            Id = Id,
            Urn = Urn,
            Type = token,
            Name = name,
            Inputs = PropertyCodec.Encode(inputs),
            Properties = PropertyCodec.Encode(outputs),
        }).ResponseAsync.OrTimeout());
        if (read.Id.Length == 0)
        {
            Forget();
            return null;
        }

        (Id, Inputs, Outputs, InitErrors) = (read.Id, PropertyCodec.DecodeOrEmpty(read.Inputs), PropertyCodec.DecodeOrEmpty(read.Properties), []);
        return await DiffAsync(Inputs, Outputs, inputs);
    }

    /// <summary>Reads as an import does.</summary>
    public async Task<ReadResponse> ImportAsync(string id)
    {
        await bench.ConfigureAsync();
        var read = await bench.Client.ReadAsync(new ReadRequest { Id = id, Urn = Urn, Type = token, Name = name }).ResponseAsync.OrTimeout();
        if (read.Id.Length > 0)
        {
            (Id, Inputs, Outputs) = (read.Id, PropertyCodec.DecodeOrEmpty(read.Inputs), PropertyCodec.DecodeOrEmpty(read.Properties));
        }

        return read;
    }

    /// <summary>Deletes in a run of its own.</summary>
    public async Task DestroyAsync(double timeout = 0)
    {
        await bench.ConfigureAsync();
        await DeleteAsync(timeout);
        Forget();
    }

    public async Task DeleteAsync(double timeout = 0) => await bench.Client.DeleteAsync(new DeleteRequest
    {
        Id = Id,
        Urn = Urn,
        Type = token,
        Name = name,
        Properties = PropertyCodec.Encode(Outputs),
        OldInputs = PropertyCodec.Encode(Inputs),
        Timeout = timeout,
    }).ResponseAsync.OrTimeout();

    /// <summary>A copy with the same state, as another entry of it.</summary>
    public ManagedResource Copy(string newName) => new(bench, token, newName) { Id = Id, Inputs = Inputs, Outputs = Outputs };

    private void Forget() => (Id, Inputs, Outputs, InitErrors) = (string.Empty, PropertyMap.Empty, PropertyMap.Empty, []);

    private async Task<Step> ChangeAsync(PropertyMap program, PropertyMap news, bool preview, string[] ignoreChanges, double timeout)
    {
        var diff = await DiffAsync(news, ignoreChanges);
        if (diff.Replaces.Count > 0)
        {
            return await ReplaceAsync(program, diff, preview, timeout);
        }

        if (diff.Changes == DiffResponse.Types.DiffChanges.DiffNone && InitErrors.Count == 0)
        {
            Inputs = preview ? Inputs : news;
            return new Step(Op.Same, [], diff, Outputs);
        }

        var updated = await Guarded(() => bench.Client.UpdateAsync(new UpdateRequest
        {
            Id = Id,
            Urn = Urn,
            Type = token,
            Name = name,
            Olds = PropertyCodec.Encode(Outputs),
            OldInputs = PropertyCodec.Encode(Inputs),
            News = PropertyCodec.Encode(news),
            Preview = preview,
            Timeout = timeout,
            IgnoreChanges = { ignoreChanges },
        }).ResponseAsync.OrTimeout());
        var outputs = PropertyCodec.DecodeOrEmpty(updated.Properties);
        if (!preview)
        {
            (Inputs, Outputs, InitErrors) = (news, outputs, []);
        }

        return new Step(Op.Update, [], diff, outputs);
    }

    private async Task<Step> ReplaceAsync(PropertyMap program, DiffResponse diff, bool preview, double timeout)
    {
        var check = await CheckAsync(PropertyMap.Empty, program);
        if (check.Failures.Count > 0)
        {
            return new Step(Op.Refused, [.. check.Failures], diff, PropertyMap.Empty);
        }

        var news = PropertyCodec.DecodeOrEmpty(check.Inputs);
        if (preview)
        {
            return await CreateAsync(news, preview, timeout, Op.Replace, diff);
        }

        var old = Copy(name);
        if (diff.DeleteBeforeReplace)
        {
            await old.DeleteAsync(timeout);
        }

        var step = await CreateAsync(news, preview, timeout, Op.Replace, diff);
        if (!diff.DeleteBeforeReplace)
        {
            await old.DeleteAsync(timeout);
        }

        return step;
    }

    private async Task<Step> CreateAsync(PropertyMap news, bool preview, double timeout, Op op, DiffResponse? diff)
    {
        var before = Inputs;
        Inputs = news;
        try
        {
            var created = await Guarded(() => bench.Client.CreateAsync(new CreateRequest
            {
                Urn = Urn,
                Type = token,
                Name = name,
                Properties = PropertyCodec.Encode(news),
                Preview = preview,
                Timeout = timeout,
            }).ResponseAsync.OrTimeout());
            var outputs = PropertyCodec.DecodeOrEmpty(created.Properties);
            if (!preview)
            {
                (Id, Outputs, InitErrors) = (created.Id, outputs, []);
            }

            return new Step(op, [], diff, outputs);
        }
        finally
        {
            Inputs = preview || !Exists ? before : Inputs;
        }
    }

    // What a failure carries of the object is stored, as the engine does.
    private async Task<T> Guarded<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException error) when (StatusDetails.Find<ErrorResourceInitFailed>(error) is { } partial)
        {
            (Id, Outputs, InitErrors) = (partial.Id, PropertyCodec.DecodeOrEmpty(partial.Properties), [.. partial.Reasons]);
            Inputs = partial.Inputs is null ? Inputs : PropertyCodec.DecodeOrEmpty(partial.Inputs);
            throw;
        }
    }
}
