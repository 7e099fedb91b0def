using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Behaviour;

/// <summary>What programs see when they call generated functions.</summary>
internal sealed class FunctionBehaviourTests
{
    private static readonly string Schema = Schemas.Function(
        """
        "inputs": { "properties": { "id": { "type": "string" }, "limit": { "type": "integer", "default": 10 }, "tags": { "type": "array", "items": { "type": "string" } } }, "required": ["id"] },
        "outputs": { "properties": { "id": { "type": "string" }, "limit": { "type": "integer" }, "tags": { "type": "array", "items": { "type": "string" } } }, "required": ["id", "limit", "tags"] }
        """);

    [Test]
    public async Task InvokeAsync_KnownArguments_ResultAtOnce()
    {
        var run = await SdkProgram.RunAsync(Schema, """
            var found = await Find.InvokeAsync(new FindArgs { Id = "x", Tags = { "a" } });
            results["found"] = found.Id + found.Limit + found.Tags[0];
            """);

        Assert.That(run.Engine.Calls.Single().Token, Is.EqualTo("acme:index:find"));
        Assert.That(run.Results["found"], Is.EqualTo("x10a"));
    }

    [TestCase("")]
    [TestCase(", new InvokeOptions()")]
    [TestCase(", new InvokeOutputOptions()")]
    public async Task Invoke_EventualArguments_ResultLater(string options)
    {
        var run = await SdkProgram.RunAsync(Schema, $$"""
            var found = Find.Invoke(new FindInvokeArgs { Id = Output.Create("x"), Tags = new[] { "a", "b" } }{{options}});
            results["found"] = (await OutputUtilities.GetValueAsync(found.Apply(it => it.Id + it.Limit + string.Concat(it.Tags))));
            """);

        Assert.That(run.Results["found"], Is.EqualTo("x10ab"));
    }

    [Test]
    public async Task Invoke_SingleValue_Unwrapped()
    {
        var run = await SdkProgram.RunAsync(
            Schemas.Function(""" "inputs": { "properties": { "returned": { "type": "number" } } }, "outputs": { "type": "number" } """),
            """
            results["known"] = await Find.InvokeAsync(new FindArgs { Returned = 1.5 });
            results["eventual"] = await OutputUtilities.GetValueAsync(Find.Invoke(new FindInvokeArgs { Returned = 2.5 }));
            """);

        Assert.That(run.Results, Is.EquivalentTo(new Dictionary<string, object?> { ["known"] = 1.5, ["eventual"] = 2.5 }));
    }

    [Test]
    public async Task Options_Given_CarryTheVersionAfterwards()
    {
        var run = await SdkProgram.RunAsync(Schema, """
            var options = new InvokeOptions();
            await Find.InvokeAsync(new FindArgs { Id = "x" }, options);
            results["version"] = options.Version;
            var own = new InvokeOptions { Version = "9.9.9" };
            await Find.InvokeAsync(new FindArgs { Id = "x" }, own);
            results["own"] = own.Version;
            """);

        Assert.That(run.Results, Is.EquivalentTo(new Dictionary<string, object?> { ["version"] = "1.2.3", ["own"] = "9.9.9" }));
    }
}
