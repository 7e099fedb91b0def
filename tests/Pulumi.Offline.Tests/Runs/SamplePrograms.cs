using Pulumi.Offline.Tests.Registration;

namespace Pulumi.Offline.Tests.Runs;

/// <summary>The programs that tests start as processes of their own.</summary>
internal static class SamplePrograms
{
    public const string Variable = "SAMPLE_PROGRAM";

    private static readonly Dictionary<string, Func<Task>> s_programs = new()
    {
        ["action"] = () => Deployment.RunAsync(() => _ = new AnyResource<string>("r", new Config("other").Require("key"))),
        ["outputs"] = () => Deployment.RunAsync(() => new Dictionary<string, object?> { ["dry"] = Deployment.Instance.IsDryRun }),
        ["task"] = () => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            _ = new AnyResource<string>("r", Deployment.Instance.RootDirectory);
        }),
        ["taskOutputs"] = () => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            return new Dictionary<string, object?> { ["organization"] = Deployment.Instance.OrganizationName };
        }),
        ["stack"] = () => Deployment.RunAsync<StackTests.GoodStack>(),
        ["throws"] = () => Deployment.RunAsync(void () => throw new InvalidTimeZoneException("boom")),
        ["returnsCode"] = async () => Environment.Exit(await Deployment.RunAsync(() => Log.Error("logged"))),
    };

    public static Task RunAsync(string name) => s_programs[name]();
}
