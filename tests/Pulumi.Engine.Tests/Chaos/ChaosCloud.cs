using System.Collections.Concurrent;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>The objects of a scenario, and the faults of the calls that change them. A kill is played by a copy of the state as it is on disk
/// at that moment: nothing that the engine writes later counts.</summary>
internal sealed class ChaosCloud : IDisposable
{
    private readonly EngineTest _engine;
    private readonly FakeProvider _provider;
    private readonly CancellationTokenSource _graceful = new();
    private readonly CancellationTokenSource _immediate = new();
    private readonly Lock _gate = new();
    private Fault _fault;
    private int _callsUntilFault;
    private bool _isDead;

    public ChaosCloud(EngineTest engine)
    {
        _engine = engine;
        _provider = engine.Fake;
        _provider.ReplaceKeys.Clear();
        _provider.ReplaceKeys.UnionWith(["kind", "owner"]);
    }

    /// <summary>The URN that each object was made for.</summary>
    public ConcurrentDictionary<string, string> Urns { get; } = [];

    public CancellationToken Graceful => _graceful.Token;

    public CancellationToken Immediate => _immediate.Token;

    /// <summary>The state as it was when the engine was killed; null where it was not.</summary>
    public byte[]? StateAtDeath { get; private set; }

    public static ChaosCloud Prepare(EngineTest engine, ConcurrentDictionary<string, string> urns, Round round)
    {
        var cloud = new ChaosCloud(engine) { _fault = round.Fault, _callsUntilFault = round.FaultAt };
        foreach (var (id, urn) in urns)
        {
            cloud.Urns[id] = urn;
        }

        cloud.Connect();
        if (round.Fault == Fault.Vanished && engine.Fake.Objects.Keys.Order(StringComparer.Ordinal).ElementAtOrDefault(round.FaultAt) is { } victim)
        {
            cloud.Remove(victim);
        }

        return cloud;
    }

    public void Dispose()
    {
        _graceful.Dispose();
        _immediate.Dispose();
    }

    private void Connect()
    {
        _provider.OnCreate = request => request.Preview ? Task.FromResult<CreateResponse?>(null) : PlayAsync<CreateResponse>(
            () =>
            {
                var id = _provider.NewId();
                Urns[id] = request.Urn;
                _provider.Objects[id] = PropertyCodec.DecodeOrEmpty(request.Properties);
                return new CreateResponse { Id = id, Properties = request.Properties };
            },
            made => FakeProvider.PartialFailure(made.Id, PropertyCodec.DecodeOrEmpty(request.Properties), "not ready"));
        _provider.OnUpdate = request => request.Preview ? Task.FromResult<UpdateResponse?>(null) : PlayAsync<UpdateResponse>(
            () =>
            {
                _provider.Objects[request.Id] = PropertyCodec.DecodeOrEmpty(request.News);
                return new UpdateResponse { Properties = request.News };
            },
            _ => FakeProvider.PartialFailure(request.Id, PropertyCodec.DecodeOrEmpty(request.News), "not ready"));
        _provider.OnDelete = request => PlayAsync<object>(
            () =>
            {
                Remove(request.Id);
                return this;
            },
            _ => FakeProvider.Error(StatusCode.Aborted, "still being deleted"));
    }

    private async Task<T?> PlayAsync<T>(Func<T> work, Func<T, RpcException> unfinished)
        where T : class
    {
        Task? stall = null;
        T? result = null;
        lock (_gate)
        {
            if (_isDead)
            {
                stall = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            }
            else if (_callsUntilFault-- != 0)
            {
                result = work();
            }
            else
            {
                stall = Fail(work, unfinished, out result);
            }
        }

        await (stall ?? Task.CompletedTask);
        return result;
    }

    private Task? Fail<T>(Func<T> work, Func<T, RpcException> unfinished, out T? result)
        where T : class
    {
        result = null;
        switch (_fault)
        {
            case Fault.Refused:
                throw FakeProvider.Error(StatusCode.InvalidArgument, "refused");
            case Fault.Internal:
                throw FakeProvider.Error(StatusCode.Internal, "internal");
            case Fault.Unfinished:
                throw unfinished(work());
            case Fault.ConnectionLost:
                result = work();
                _provider.Crash();
                return null;
            case Fault.KilledBefore:
                return Die();
            case Fault.KilledAfter:
                work();
                return Die();
            case Fault.Interrupted:
                _graceful.Cancel();
                break;
        }

        result = work();
        return null;
    }

    private Task Die()
    {
        _isDead = true;
        StateAtDeath = File.ReadAllBytes(_engine.StatePath);
        _immediate.CancelAfter(TimeSpan.Zero);
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
    }

    // What is deleted with an object goes with it.
    private void Remove(string id)
    {
        _provider.Objects.TryRemove(id, out _);
        foreach (var (owned, _) in _provider.Objects.Where(entry => entry.Value.Get("owner")?.Unwrapped is StringValue owner && owner.Value == id).ToList())
        {
            Remove(owned);
        }
    }
}
