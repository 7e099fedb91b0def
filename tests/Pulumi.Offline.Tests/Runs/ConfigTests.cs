using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Offline.Tests.Server;

namespace Pulumi.Offline.Tests.Runs;

internal sealed class ConfigTests : ServerTest
{
    [SetUp]
    public void Configure()
        => Settings = Settings with
        {
            Config = new Dictionary<string, string>
            {
                ["proj:text"] = "t",
                ["proj:yes"] = "true",
                ["proj:no"] = "false",
                ["proj:int"] = "-3",
                ["proj:double"] = "1.5",
                ["proj:object"] = """{"A":1}""",
                ["proj:bad"] = "Yes",
                ["other:text"] = "o",
            }.ToImmutableDictionary(),
        };

    [Test]
    public async Task Get_OfEachType_ReturnsValueOrNull()
        => await RunAsync(() =>
        {
            var config = new Config();
            using var scope = Assert.EnterMultipleScope();
            Assert.That((config.Get("text"), config.Get("none"), config.Require("text")), Is.EqualTo(("t", (string?)null, "t")));
            Assert.That(
                (config.GetBoolean("yes"), config.GetBoolean("no"), config.GetBoolean("none")), Is.EqualTo((true, false, (bool?)null)));
            Assert.That((config.GetInt32("int"), config.GetInt32("none"), config.RequireInt32("int")), Is.EqualTo((-3, (int?)null, -3)));
            Assert.That(
                (config.GetDouble("double"), config.GetDouble("none"), config.RequireDouble("double")),
                Is.EqualTo((1.5, (double?)null, 1.5)));
            Assert.That(config.RequireBoolean("yes"), Is.True);
            Assert.That(config.GetObject<Dictionary<string, int>>("object"), Contains.Key("A"));
            Assert.That(config.GetObject<Dictionary<string, int>>("none"), Is.Null);
            Assert.That(config.RequireObject<Shape>("object", new JsonSerializerOptions()).A, Is.EqualTo(1));
            Assert.That(config.GetObject<Shape>("object", JsonSerializerOptions.Web)!.A, Is.EqualTo(1));
        });

    [TestCase("other", "o")]
    [TestCase("other:config", "o")]
    [TestCase("proj", "t")]
    public async Task Namespace_Given_IsUsed(string name, string expected)
        => await RunAsync(() => Assert.That(new Config(name).Get("text"), Is.EqualTo(expected)));

    [Test]
    public async Task Secret_OfEachType_IsSecretOutput()
    {
        List<Output<object?>> outputs = [];

        await RunAsync(() =>
        {
            var config = new Config();
            Assert.That(
                new object?[]
                {
                    config.GetSecret("none"), config.GetSecretBoolean("none"), config.GetSecretInt32("none"),
                    config.GetSecretDouble("none"),
                    config.GetSecretObject<Shape>("none"), config.GetSecretObject<Shape>("none", JsonSerializerOptions.Web),
                },
                Is.All.Null);
            outputs.AddRange(
            [
                Untyped(config.GetSecret("text")!), Untyped(config.RequireSecret("text")),
                Untyped(config.GetSecretBoolean("yes")!), Untyped(config.RequireSecretBoolean("yes")),
                Untyped(config.GetSecretInt32("int")!), Untyped(config.RequireSecretInt32("int")),
                Untyped(config.GetSecretDouble("double")!), Untyped(config.RequireSecretDouble("double")),
                Untyped(config.GetSecretObject<Shape>("object")!), Untyped(config.RequireSecretObject<Shape>("object")),
                Untyped(config.GetSecretObject<Shape>("object", JsonSerializerOptions.Web)!),
                Untyped(config.RequireSecretObject<Shape>("object", JsonSerializerOptions.Web)),
            ]);
        });

        var data = await Task.WhenAll(outputs.Select(output => output.Data));
        Assert.That(data.Select(one => one.IsSecret), Is.All.True);
        Assert.That(
            data.Select(one => one.Value),
            Is.EqualTo(new object[] { "t", "t", true, true, -3, -3, 1.5, 1.5, new Shape(1), new Shape(1), new Shape(1), new Shape(1) }));
    }

    private static IEnumerable<TestCaseData> Failures
        =>
        [
            Case(config => config.GetBoolean("bad"), "Configuration 'proj:bad' value 'Yes' is not a valid Boolean"),
            Case(config => config.GetInt32("double"), "Configuration 'proj:double' value '1.5' is not a valid Int32"),
            Case(config => config.GetDouble("bad"), "Configuration 'proj:bad' value 'Yes' is not a valid Double"),
            Case(config => config.GetObject<Shape>("bad"), $"Configuration 'proj:bad' value 'Yes' is not a valid {typeof(Shape).FullName}"),
            Case(config => config.Require("none"), Missing),
            Case(config => config.RequireBoolean("none"), Missing),
            Case(config => config.RequireObject<Shape>("none"), Missing),
            Case(config => config.RequireSecretInt32("none"), Missing),
        ];

    private const string Missing
        = "Missing Required configuration variable 'proj:none'\n"
            + "\tplease set a value using the command `pulumi config set proj:none <value>`";

    [TestCaseSource(nameof(Failures))]
    public async Task Value_MissingOrOfOtherType_FailsProgramWithMessageAlone(Action<Config> read, string message)
    {
        var (exitCode, failure) = await TryAsync(() => read(new Config()));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.InstanceOf<RunException>());
        Assert.That(Server.Messages.Single().Message, Is.EqualTo(message));
    }

    private static TestCaseData Case(Action<Config> read, string message) => new TestCaseData(read, message).SetArgDisplayNames(message);

    private static Output<object?> Untyped<T>(Output<T> output) => output.Apply(value => (object?)value);

    private sealed record Shape(int A);
}
