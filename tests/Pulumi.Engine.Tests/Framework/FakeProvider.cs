using System.Collections.Concurrent;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>A provider whose every answer a test can choose, in front of objects that it keeps. By default it accepts all inputs, makes objects
/// whose outputs are their inputs, compares inputs, and replaces where <see cref="ReplaceKeys"/> say so.</summary>
internal sealed class FakeProvider(string package)
{
    private int _lastId;

    public string Package => package;

    public ConcurrentQueue<ProviderCall> Calls { get; } = [];

    /// <summary>Objects by id: what the cloud has.</summary>
    public ConcurrentDictionary<string, PropertyMap> Objects { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ReplaceKeys { get; } = [];

    public bool AcceptSecrets { get; set; } = true;

    /// <summary>False for a provider of the older kind, without a handshake.</summary>
    public bool AnswersHandshake { get; set; } = true;

    public bool SupportsPreview { get; set; } = true;

    public Func<CheckRequest, CheckResponse?>? OnCheck { get; set; }

    public Func<CheckRequest, CheckResponse?>? OnCheckConfig { get; set; }

    public Func<DiffRequest, DiffResponse?>? OnDiff { get; set; }

    public Func<DiffRequest, DiffResponse?>? OnDiffConfig { get; set; }

    public Func<ConfigureRequest, ConfigureResponse?>? OnConfigure { get; set; }

    public Func<CreateRequest, Task<CreateResponse?>>? OnCreate { get; set; }

    public Func<UpdateRequest, Task<UpdateResponse?>>? OnUpdate { get; set; }

    public Func<DeleteRequest, Task>? OnDelete { get; set; }

    public Func<ReadRequest, ReadResponse?>? OnRead { get; set; }

    public Func<InvokeRequest, InvokeResponse?>? OnInvoke { get; set; }

    public Action? OnCancel { get; set; }

    public IEnumerable<ProviderCall> CallsOf(string method) => Calls.Where(call => call.Method == method);

    /// <summary>Names of the calls made for a resource, in order, previews marked with a question mark.</summary>
    public string Sequence(string name) => string.Join(' ', Calls.Where(call => call.Name == name).Select(call => call.Label));

    /// <summary>The requests of one kind for a resource, in order.</summary>
    public IReadOnlyList<T> Requests<T>(string name) => [.. Calls.Where(call => call.Name == name).Select(call => call.Request).OfType<T>()];

    public string NewId() => $"id-{Interlocked.Increment(ref _lastId)}";

    /// <summary>Cuts the connection of the latest call, as the provider's death would.</summary>
    public void Crash() => Calls.Last().Context!.GetHttpContext().Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();

    /// <summary>An error that says: the object exists and is unfinished.</summary>
    public static RpcException PartialFailure(string id, PropertyMap outputs, params string[] reasons)
    {
        var detail = new ErrorResourceInitFailed { Id = id, Properties = PropertyCodec.Encode(outputs), Reasons = { reasons } };
        var status = new CloudUpdate.Protocol.Status.Status { Code = (int)StatusCode.Aborted, Message = "unfinished", Details = { Any.Pack(detail) } };
        return new RpcException(new Status(StatusCode.Aborted, "unfinished"), new Metadata { { "grpc-status-details-bin", Google.Protobuf.MessageExtensions.ToByteArray(status) } });
    }

    public static RpcException Error(StatusCode code, string message) => new(new Status(code, message));

    /// <summary>The diff of a provider that decides: any differing key, replaced where it must be.</summary>
    public DiffResponse Diff(DiffRequest request)
    {
        var olds = PropertyCodec.DecodeOrEmpty(request.OldInputs);
        var news = PropertyCodec.DecodeOrEmpty(request.News);
        var keys = olds.Keys.Union(news.Keys).Where(key => !key.StartsWith("__", StringComparison.Ordinal) && !Equals(Plain(olds.Get(key)), Plain(news.Get(key)))).ToList();
        var response = new DiffResponse
        {
            Changes = keys.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            Diffs = { keys },
            Replaces = { keys.Where(ReplaceKeys.Contains) },
        };
        foreach (var key in keys)
        {
            response.DetailedDiff[key] = new PropertyDiff { Kind = Kind(olds.ContainsKey(key), news.ContainsKey(key), ReplaceKeys.Contains(key)) };
        }

        return response;
    }

    private static PropertyDiff.Types.Kind Kind(bool old, bool present, bool replaces) => (old, present) switch
    {
        (false, _) => replaces ? PropertyDiff.Types.Kind.AddReplace : PropertyDiff.Types.Kind.Add,
        (_, false) => replaces ? PropertyDiff.Types.Kind.DeleteReplace : PropertyDiff.Types.Kind.Delete,
        _ => replaces ? PropertyDiff.Types.Kind.UpdateReplace : PropertyDiff.Types.Kind.Update,
    };

    private static PropertyValue? Plain(PropertyValue? value) => value?.Unwrapped;
}

/// <summary>One call that a provider received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The resource's name; the token of functions; empty where there is none.</param>
/// <param name="Request">The request.</param>
/// <param name="Instance">Number of the provider instance.</param>
internal sealed record ProviderCall(string Method, string Name, object Request, int Instance)
{
    public ServerCallContext? Context { get; init; }

    public string Label => Request is CreateRequest { Preview: true } or UpdateRequest { Preview: true } ? Method + "?" : Method;
}
