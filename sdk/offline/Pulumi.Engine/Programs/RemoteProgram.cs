using CloudUpdate.Protocol.Rpc;
using Grpc.Core;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Monitor;

namespace Pulumi.Engine.Programs;

/// <summary>A program inside another process, as the Automation API hosts them: that process serves a language runtime, which is asked to run it.</summary>
public sealed class RemoteProgram : IProgram
{
    private readonly string _address;
    private readonly string _directory;

    /// <summary>The program behind an address.</summary>
    /// <param name="address"><c>host:port</c> of the language runtime, plain-text HTTP/2.</param>
    /// <param name="directory">The folder of the project.</param>
    public RemoteProgram(string address, string directory)
    {
        _address = address;
        _directory = directory;
    }

    /// <inheritdoc/>
    public async Task<ProgramResult> RunAsync(ProgramRun run, CancellationToken cancellation)
    {
        using var channel = Loopback.Connect(_address);
        var request = new RunRequest
        {
            Project = run.Stack.Project,
            Stack = run.Stack.Name,
            Organization = StackReference.Organization,
            Pwd = _directory,
            Args = { run.EngineAddress },
            MonitorAddress = run.MonitorAddress,
            DryRun = run.DryRun,
            Parallel = run.Parallel,
            Info = new ProgramInfo { RootDirectory = _directory, ProgramDirectory = _directory, EntryPoint = "." },
        };
        foreach (var (key, value) in run.Configuration.Values)
        {
            request.Config[key.ToString()] = value;
        }

        request.ConfigSecretKeys.AddRange(run.Configuration.SecretKeys.Select(key => key.ToString()));
        try
        {
            var response = await new LanguageRuntime.LanguageRuntimeClient(channel).RunAsync(request, cancellationToken: cancellation);
            return response switch
            {
                { Bail: true } => ProgramResult.Reported,
                { Error.Length: > 0 } => ProgramResult.Failure(response.Error),
                _ => ProgramResult.Success,
            };
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("the program was ended", exception, cancellation);
        }
        catch (RpcException exception)
        {
            return ProgramResult.Failure($"the program's language runtime at {_address} failed: {exception.Status.Detail}");
        }
    }
}
