using CloudUpdate.Examples.Local;
using Newtonsoft.Json.Linq;

namespace Quickstart.Tour;

/// <summary>Shows the main job from beginning to end, and checks at each step that it happened.</summary>
internal sealed class GuidedTour(Narrator narrator, Workspace workspace, CloudControl clouds)
{
    private const string Project = "0e61a4c3b8d54f7292ad3c5b7e90f1d2";

    // Kind and key of each object in the emulator, and a member that the program changes, with its new value.
    private static readonly (string Kind, string Key, string Member, JToken Value)[] s_changes =
    [
        ("eg.cluster", $"{Project}/fac59513-6c18-4266-bc81-5d412dfc1925", "name", "cluster-xspx0v5v"),
        ("ga.endpointGroup", "3a9f50bb-f041-4eac-a117-82472d8a0007", "traffic_dial_percentage", 5),
        ("kms.event", $"{Project}/event-test", "notification.target_id", "demo-smn-id"),
        ("css.connection", $"{Project}/4f3deec3-efa8-4598-bf91-560aad1377a3/f132bb14-e1d5-4f25-9f7c-a29e4c8effd4", "status", "accepted"),
        ("atlas.connection", "64f0c0ffee1234567890abcd/orders-workspace/orders-cluster", "clusterName", "string"),
    ];

    /// <summary>Takes the tour; 0 where every step did what it says.</summary>
    public static async Task<int> RunAsync()
    {
        var narrator = new Narrator();
        try
        {
            narrator.Title("CloudUpdate quickstart: documented updates of existing cloud objects, previewed and applied");
            await using var emulator = await EmulatorProcess.StartAsync();
            Console.WriteLine($"An emulator stands in for the clouds. Its page: {emulator.Address}");
            using var clouds = new CloudControl(emulator.Address);
            using var workspace = new Workspace(narrator);
            await workspace.ConfigureAsync(emulator.Address);
            await new GuidedTour(narrator, workspace, clouds).WalkAsync();
            narrator.Title("Every step did what it says.");
            return 0;
        }
        catch (Exception exception) when (exception is TourException or LocalStartException or HttpRequestException)
        {
            narrator.Failed(exception.Message);
            return 1;
        }
    }

    private async Task WalkAsync()
    {
        var before = await Task.WhenAll(s_changes.Select(change => ValueAsync(change.Kind, change.Key, change.Member)));

        narrator.Step("preview", "The program adopts five objects that exist. The preview reads them and says which properties will change.");
        await WithoutWritesAsync(() => workspace.ShowAsync("preview", "--diff"), "the preview wrote nothing");

        narrator.Step("up", "The same again, carried out: one update for each object, with what differs.");
        await workspace.ShowAsync("up", "--yes", "--skip-preview");
        await ExpectChangesAsync();

        narrator.Step("preview again", "Program and cloud agree now, so there is nothing to do.");
        await WithoutWritesAsync(() => workspace.ShowAsync("preview", "--expect-no-changes"), "no change, and nothing written");

        narrator.Step("drift", "Somebody turns the traffic dial in the console. A refresh shows it.");
        var dial = s_changes.Single(change => change.Kind == "ga.endpointGroup");
        await clouds.ChangeAsync(dial.Kind, dial.Key, new JObject { [dial.Member] = 60 });
        await workspace.ShowAsync("refresh", "--yes", "--diff");

        narrator.Step("repair", "The next update puts the value of the program back.");
        await workspace.ShowAsync("up", "--yes", "--skip-preview", "--diff");
        await ExpectChangesAsync();

        narrator.Step("a mistake", "A traffic dial of 101 is refused before anything happens.");
        await workspace.RunAsync("config", "set", "trafficDial", "101");
        await WithoutWritesAsync(() => workspace.ShowFailureAsync("preview"), "refused, and nothing written");
        await workspace.RunAsync("config", "rm", "trafficDial");

        narrator.Step("destroy", "The stack goes. What it adopted stays, and gets back the values it had before.");
        await workspace.ShowAsync("destroy", "--yes", "--skip-preview");
        foreach (var (change, value) in s_changes.Zip(before))
        {
            // An endpoint connection that was decided about cannot be made pending again; the destroy says so in a warning.
            await ExpectAsync(change.Kind, change.Key, change.Member, change.Kind == "css.connection" ? change.Value : value);
        }
    }

    private async Task ExpectChangesAsync()
    {
        foreach (var (kind, key, member, value) in s_changes)
        {
            await ExpectAsync(kind, key, member, value);
        }
    }

    private async Task WithoutWritesAsync(Func<Task> action, string fact)
    {
        var before = await clouds.CountWritesAsync();
        await action();
        var written = await clouds.CountWritesAsync() - before;
        narrator.Verified(written == 0 ? fact : throw new TourException($"{written} requests wrote the clouds, none was expected."));
    }

    private async Task ExpectAsync(string kind, string key, string member, JToken expected)
    {
        var value = await ValueAsync(kind, key, member);
        narrator.Verified(JToken.DeepEquals(value, expected)
            ? $"in the cloud, {kind} {member} is {expected.ToString(Newtonsoft.Json.Formatting.None)}"
            : throw new TourException($"In the cloud, {kind} {key} has {member} {value}; {expected} was expected."));
    }

    private async Task<JToken> ValueAsync(string kind, string key, string member) =>
        (await clouds.ObjectAsync(kind, key)).SelectToken(member) ?? throw new TourException($"{kind} {key} has no {member}.");
}
