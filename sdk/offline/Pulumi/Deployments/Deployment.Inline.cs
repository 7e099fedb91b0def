using System.Runtime.ExceptionServices;
using Grpc.Core;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>
    /// Runs a program inside the process that drives the deployment. The exit code is returned and not set; what made
    /// the program fail is returned as it was thrown, several failures as one <see cref="AggregateException"/>.
    /// </summary>
    internal static async Task<(int ExitCode, ExceptionDispatchInfo? Failure)> RunInlineAsync(
        ProgramEnvironment environment, Func<ProgramRunner, Task<int>> run)
    {
        using var engine = new GrpcEngine(environment.MonitorAddress, environment.EngineAddress);
        var session = new DeploymentSession(environment.Settings with { IsInline = true }, engine, engine);
        session.Enter();
        var runner = new ProgramRunner(session);
        try
        {
            var exitCode = await run(runner).ConfigureAwait(false);
            return (exitCode, runner.Failures.RemoveAll(IsConsequence) switch
            {
                [] => null,
                [var only] => ExceptionDispatchInfo.Capture(only),
                var several => ExceptionDispatchInfo.Capture(new AggregateException(several)),
            });
        }
        catch (Exception exception)
        {
            return (-1, ExceptionDispatchInfo.Capture(exception));
        }
    }

    // The engine ended the run for a reason of its own, such as a provider that failed, and reports that itself.
    private static bool IsConsequence(Exception failure) =>
        failure is RpcException { StatusCode: StatusCode.Unavailable } refusal && refusal.Status.Detail.StartsWith("resource monitor shut down", StringComparison.Ordinal);
}
