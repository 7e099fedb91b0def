using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Pulumi.Automation.Inline;

/// <summary>What the command asks of an inline program; all else is answered as not implemented.</summary>
internal sealed class InlineLanguageRuntime(InlineProgram program) : LanguageRuntime.LanguageRuntimeBase
{
    public override Task<GetRequiredPackagesResponse> GetRequiredPackages(GetRequiredPackagesRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRequiredPackagesResponse());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = "1.0.0" });

    public override async Task<RunResponse> Run(RunRequest request, ServerCallContext context)
    {
        if (request.Args.Count == 0)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The engine's address is missing from the arguments of the run."));
        }

        var settings = new DeploymentSettings(request.Project, request.Stack)
        {
            Organization = request.Organization,
            IsDryRun = request.DryRun,
            Config = request.Config.ToImmutableDictionary(),
        };
        var environment = new ProgramEnvironment(settings, request.MonitorAddress, request.Args[0]);

        // A run that fails ends before a function that still waits for something.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var (exitCode, failure) = await Deployment.RunInlineAsync(
            environment, runner => program.Function.RunAsync(runner, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        program.Failure = failure;
        return exitCode == 0 && failure is null
            ? new RunResponse()
            : new RunResponse { Bail = true, Error = failure?.SourceException.Message ?? "One or more errors occurred." };
    }
}
