using CloudUpdate.Examples.Local;
using CloudUpdate.Pipeline.Local;
using CloudUpdate.Pipeline.Plans;
using Newtonsoft.Json.Linq;
using Pulumi.Automation;

namespace CloudUpdate.Pipeline.Fleet;

/// <summary>The stacks of all regions, on an emulator of the clouds and a state folder of their own.</summary>
internal sealed class RegionFleet : IAsyncDisposable
{
    private const string Project = "fleet";

    private readonly EmulatorProcess _emulator;
    private readonly DirectoryInfo _folder;
    private readonly IReadOnlyDictionary<Region, WorkspaceStack> _stacks;

    private RegionFleet(EmulatorProcess emulator, DirectoryInfo folder, IReadOnlyDictionary<Region, WorkspaceStack> stacks)
    {
        (_emulator, _folder, _stacks) = (emulator, folder, stacks);
        Clouds = new CloudControl(emulator.Address);
    }

    /// <summary>The clouds, as somebody else who works in them.</summary>
    public CloudControl Clouds { get; }

    public static async Task<RegionFleet> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cloudupdate-pipeline-");
        var emulator = await EmulatorProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "clouds.json"));
        try
        {
            var stacks = await Task.WhenAll(Region.All.Select(async region => (region, stack: await OpenAsync(region, emulator, folder))));
            return new RegionFleet(emulator, folder, stacks.ToDictionary(entry => entry.region, entry => entry.stack));
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets a value of the configuration, for all regions or for one.</summary>
    public Task ConfigureAsync(string key, string value, Region? only = null) =>
        EachAsync(stack => stack.SetConfigAsync($"{Project}:{key}", new ConfigValue(value)), only);

    /// <summary>Sets a value of the provider's configuration, for all regions.</summary>
    public Task ConfigureProviderAsync(string key, string value) =>
        EachAsync(stack => stack.SetConfigAsync($"cloudupdate:{key}", new ConfigValue(value)));

    /// <summary>Previews every stack, in parallel.</summary>
    public async Task<IReadOnlyList<DeploymentPlan>> PlanAsync() => await Task.WhenAll(_stacks.Values.Select(stack => stack.PlanAsync()));

    /// <summary>Updates every stack, in parallel.</summary>
    public Task UpAsync() => EachAsync(stack => stack.UpAsync());

    /// <summary>Compares every stack with the cloud, in parallel.</summary>
    public async Task<IReadOnlyList<DeploymentPlan>> DriftAsync() => await Task.WhenAll(_stacks.Values.Select(stack => stack.DriftAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var stack in _stacks.Values)
        {
            stack.Dispose();
        }

        Clouds.Dispose();
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<WorkspaceStack> OpenAsync(Region region, EmulatorProcess emulator, DirectoryInfo folder)
    {
        var state = folder.CreateSubdirectory("state");
        var program = PulumiFn.Create(() => RegionProgram.Declare(region));
        var stack = await LocalWorkspace.CreateOrSelectStackAsync(new InlineProgramArgs(Project, region.Stack, program)
        {
            EnvironmentVariables = new Dictionary<string, string?>
            {
                ["PATH"] = LocalParts.ProviderFolder + Path.PathSeparator + CommandPath.Value(),
                ["PULUMI_BACKEND_URL"] = new Uri(state.FullName).AbsoluteUri,
                ["PULUMI_HOME"] = Path.Combine(folder.FullName, "home"),
                ["PULUMI_CONFIG_PASSPHRASE"] = "only-for-the-example",
                ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            },
        });
        await stack.SetAllConfigAsync(CloudSettings(emulator.Address));
        return stack;
    }

    private static Dictionary<string, ConfigValue> CloudSettings(Uri emulator) => new()
    {
        ["cloudupdate:huaweiRegion"] = new("cn-north-4"),
        ["cloudupdate:huaweiProjectId"] = new("0e61a4c3b8d54f7292ad3c5b7e90f1d2"),
        ["cloudupdate:huaweiAccessKey"] = new("EMULATORACCESSKEY", isSecret: true),
        ["cloudupdate:huaweiSecretKey"] = new("emulator-secret-key-not-for-any-cloud", isSecret: true),
        ["cloudupdate:endpoints"] = new(new JObject { ["eg"] = emulator.AbsoluteUri, ["ga"] = emulator.AbsoluteUri }.ToString(Newtonsoft.Json.Formatting.None)),
    };

    private Task EachAsync(Func<WorkspaceStack, Task> action, Region? only = null) =>
        Task.WhenAll(_stacks.Where(entry => only is null || entry.Key == only).Select(entry => action(entry.Value)));
}
