using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Behaviour;

/// <summary>Arguments that the schema marks as secret are secret, however the program sets them.</summary>
internal sealed class SecretBehaviourTests
{
    private static readonly string Schema = Schemas.Resource("""
        "inputProperties": {
          "text": { "type": "string", "secret": true },
          "list": { "type": "array", "items": { "type": "string" }, "secret": true },
          "map": { "type": "object", "secret": true },
          "open": { "type": "string" }
        }
        """);

    [TestCase("Text", "\"x\"", "x")]
    [TestCase("Text", "Output.Create(\"x\")", "x")]
    [TestCase("List", "new InputList<string> { \"a\", \"b\" }", "a,b")]
    [TestCase("List", "new[] { \"a\" }", "a")]
    [TestCase("Map", "new InputMap<string> { [\"k\"] = \"v\" }", "[k, v]")]
    public async Task Argument_Set_Secret(string property, string value, string expected)
    {
        var run = await SdkProgram.RunAsync(Schema, $"var args = new ThingArgs {{ {property} = {value} }}; " + Look(property));

        Assert.That(run.Results, Is.EquivalentTo(new Dictionary<string, object?> { ["secret"] = true, ["value"] = expected }));
    }

    [TestCase("List", "{ \"a\", \"b\" }", "a,b")]
    [TestCase("Map", "{ { \"k\", \"v\" } }", "[k, v]")]
    [TestCase("Map", "{ [\"k\"] = \"v\" }", "[k, v]")]
    public async Task Argument_FilledByInitializer_SecretFromTheStart(string property, string initializer, string expected)
    {
        var run = await SdkProgram.RunAsync(Schema, $"var args = new ThingArgs {{ {property} = {initializer} }}; " + Look(property));

        Assert.That(run.Results, Is.EquivalentTo(new Dictionary<string, object?> { ["secret"] = true, ["value"] = expected }));
    }

    [Test]
    public async Task Argument_NotSecret_Open()
    {
        var run = await SdkProgram.RunAsync(Schema, """var args = new ThingArgs { Open = "x" }; """ + Look("Open"));

        Assert.That(run.Results["secret"], Is.False);
    }

    private static string Look(string property)
    {
        var text = property is "Text" or "Open" ? "value" : "string.Join(\",\", value)";
        return $$"""
            var output = args.{{property}}!.ToOutput();
            results["secret"] = await Output.IsSecretAsync(output);
            var value = await OutputUtilities.GetValueAsync(output);
            results["value"] = {{text}};
            """;
    }
}
