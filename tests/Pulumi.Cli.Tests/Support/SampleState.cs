namespace Pulumi.Cli.Tests.Support;

/// <summary>A state with a component, a custom resource, its provider and three stack outputs, one of them secret.</summary>
internal static class SampleState
{
    public static async Task ImportAsync(CliSandbox sandbox, string stack = "dev")
    {
        var result = await sandbox.RunWithInputAsync(Document.Replace("STACK", stack, StringComparison.Ordinal), "stack", "import", "--stack", stack);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    private const string Document =
        """
        {"version":3,"deployment":{"manifest":{"time":"2026-08-01T12:00:00Z","magic":"","version":""},"resources":[
          {"urn":"urn:pulumi:STACK::proj::pulumi:pulumi:Stack::proj-STACK","custom":false,"type":"pulumi:pulumi:Stack",
           "outputs":{"url":"http://x","count":3,"password":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"hunter2\""}}},
          {"urn":"urn:pulumi:STACK::proj::my:mod:Group::group","custom":false,"type":"my:mod:Group",
           "parent":"urn:pulumi:STACK::proj::pulumi:pulumi:Stack::proj-STACK"},
          {"urn":"urn:pulumi:STACK::proj::pulumi:providers:my::default","custom":true,"type":"pulumi:providers:my","id":"11111111-1111-4111-8111-111111111111"},
          {"urn":"urn:pulumi:STACK::proj::my:mod:Group$my:mod:Thing::thing","custom":true,"type":"my:mod:Thing","id":"t-1",
           "parent":"urn:pulumi:STACK::proj::my:mod:Group::group","provider":"urn:pulumi:STACK::proj::pulumi:providers:my::default::11111111-1111-4111-8111-111111111111"}
        ]}}
        """;
}
