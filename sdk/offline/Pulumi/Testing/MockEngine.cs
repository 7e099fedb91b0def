using System.Collections.Immutable;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a test's program logs.</summary>
internal sealed class MockEngine : IEngine
{
    private ImmutableArray<string> _errors = [];

    public ImmutableArray<string> Errors => _errors;

    public Task LogAsync(Rpc.LogRequest request)
    {
        if (request.Severity == Rpc.LogSeverity.Error)
        {
            ImmutableInterlocked.Update(ref _errors, errors => errors.Add(request.Message));
        }

        return Task.CompletedTask;
    }
}
