using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group C: what is secret stays secret.</summary>
internal sealed class SecretTests : EngineFixture
{
    private const string Hunter = "hunter2-the-secret";

    private static readonly TestResource A = new TestResource("a").With("password", TestProgram.Secret(Hunter)).With("user", "ada");

    [TestCase(true)]
    [TestCase(false)]
    public async Task Engine_C25_SecretInput_IsWrappedForProvidersThatKnowSecrets(bool acceptSecrets)
    {
        Fake.AcceptSecrets = acceptSecrets;

        await Engine.UpAsync(A);

        var sent = Fake.Requests<CreateRequest>("a").Single().Properties.Fields["password"];
        if (acceptSecrets)
        {
            Assert.That(sent.StructValue.Fields[Signatures.Key].StringValue, Is.EqualTo(Signatures.Secret));
            Assert.That(sent.StructValue.Fields["value"].StringValue, Is.EqualTo(Hunter));
        }
        else
        {
            Assert.That(sent.StringValue, Is.EqualTo(Hunter));
        }

        var entry = Engine.Entry("a");
        Assert.That(entry.Inputs["password"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of(Hunter))));
        Assert.That(entry.Outputs["password"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of(Hunter))));
        Assert.That(entry.Outputs["user"], Is.EqualTo(PropertyValue.Of("ada")));
    }

    [Test]
    public async Task Engine_C26_OutputsOfSecretInputsAndDeclaredOnes_AreSecret()
    {
        Fake.OnCreate = _ => Task.FromResult<CreateResponse?>(new CreateResponse { Id = "x", Properties = EngineTest.Bag(("password", Hunter), ("token", "t0ken"), ("user", "ada")) });

        var run = await Engine.UpAsync(A with { Options = request => request.AdditionalSecretOutputs.AddRange(["token", "id"]) });

        var outputs = Engine.Entry("a").Outputs;
        Assert.That(outputs["password"], Is.InstanceOf<SecretValue>());
        Assert.That(outputs["token"], Is.InstanceOf<SecretValue>());
        Assert.That(outputs["user"], Is.InstanceOf<StringValue>());
        Assert.That(run.Messages(DiagnosticSeverity.Warning).Single(), Does.StartWith("The 'id' property cannot be made secret."));
    }

    [Test]
    public async Task Engine_C27_State_HoldsCiphertextOfTheJsonText()
    {
        await Engine.UpAsync(A);

        var secret = (JObject)Engine.StateJson().SelectToken("$.checkpoint.latest.resources[2].inputs.password")!;
        Assert.That(secret.Properties().Select(member => member.Name), Is.EquivalentTo(new[] { Signatures.Key, "ciphertext" }));
        Assert.That(EngineTest.Secrets.Decrypt((string)secret["ciphertext"]!), Is.EqualTo($"\"{Hunter}\""));
    }

    [Test]
    public void Engine_C28_SaltMadeByTheCommandLine_Opens()
    {
        // A salt that the Pulumi command line made for the passphrase "password".
        const string salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

        Assert.That(() => Open(salt, "password").Verify(), Throws.Nothing);
        Assert.That(() => Open(salt, "password1").Verify(), Throws.TypeOf<EngineException>().With.Message.EqualTo("incorrect passphrase"));
        Assert.That(() => Open("fozI5u6B030=:v1:F+6ZduKL:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", "password"), Throws.TypeOf<EngineException>().With.Message.EqualTo("unknown state version"));
        Assert.That(() => Open("v1", "password"), Throws.TypeOf<EngineException>().With.Message.EqualTo("malformed state value"));
    }

    [Test]
    public async Task Engine_C29_UnchangedSecret_KeepsItsCiphertext()
    {
        await Engine.UpAsync(A, new TestResource("b"));
        var before = Secrets();

        await Engine.UpAsync(A.With("user", "grace"), new TestResource("b"));

        Assert.That(before, Has.Count.EqualTo(2));
        Assert.That(Secrets(), Is.EqualTo(before));
    }

    [Test]
    public async Task Engine_C30_Secrets_AppearNowhereInClear()
    {
        Engine.Configuration = SecretConfig();
        Fake.OnCreate = request =>
        {
            throw FakeProvider.Error(Grpc.Core.StatusCode.InvalidArgument, "the key config-s3cret was refused");
        };
        var failed = await Engine.UpAsync(A);
        Fake.OnCreate = null;
        var preview = await Engine.PreviewAsync(A);
        var update = await Engine.UpAsync(new TestProgram(A) { StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("out", TestProgram.Secret(Hunter)) });

        var told = string.Join('\n', new[] { failed, preview, update }.SelectMany(run => run.Events).SelectMany(engineEvent =>
            new[] { EngineEventJson.Write(engineEvent).ToString(), engineEvent.ToString() }));
        var written = string.Join('\n', Directory.EnumerateFiles(Engine.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var secret in new[] { Hunter, "config-s3cret" })
        {
            Assert.That(told, Does.Not.Contain(secret));
            Assert.That(written, Does.Not.Contain(secret));
        }

        Assert.That(told, Does.Contain("the key [secret] was refused"));
        Assert.That(told, Does.Contain("\"ciphertext\": \"[secret]\""));
    }

    [Test]
    public void Engine_C31_ConfigSecret_IsEncryptedAsRawText()
    {
        var path = Path.Combine(Engine.Folder, "Pulumi.dev.yaml");
        var file = StackConfigFile.Load(path, EngineTest.Project);
        file.Set(ConfigKey.Parse("password", EngineTest.Project), ConfigValue.Secure(EngineTest.Secrets.Encrypt(Hunter)));
        file.Set(ConfigKey.Parse("fake:region", EngineTest.Project), ConfigValue.Text("r1"));
        file.Save();

        var text = File.ReadAllText(path);
        var configuration = StackConfiguration.Resolve(
            ProjectFile.Synthetic(EngineTest.Project, Engine.Folder), EngineTest.StackName, StackConfigFile.Load(path, EngineTest.Project), EngineTest.Secrets);

        Assert.That(text, Does.Match(@"  proj:password:\n    secure: v1:"));
        Assert.That(text, Does.Not.Contain(Hunter));
        Assert.That(configuration.Values[new ConfigKey("proj", "password")], Is.EqualTo(Hunter));
        Assert.That(configuration.SecretKeys, Is.EquivalentTo(new[] { new ConfigKey("proj", "password") }));
    }

    [Test]
    public void Engine_C32_Passphrase_ComesFromVariablesOnly()
    {
        var empty = Source(("PULUMI_CONFIG_PASSPHRASE", string.Empty));
        var file = Path.Combine(Engine.Folder, "passphrase");
        File.WriteAllText(file, "  correct horse\n");
        var fromFile = Source(("PULUMI_CONFIG_PASSPHRASE_FILE", file));

        var made = PassphraseSecretsManager.Create(empty, Entropy.System);
        Assert.That(PassphraseSecretsManager.Open(made.EncryptionSalt, empty, Entropy.System).Decrypt(made.Encrypt("x")), Is.EqualTo("x"));
        Assert.That(
            PassphraseSecretsManager.Open(((PassphraseSecretsManager)EngineTest.Secrets).EncryptionSalt, fromFile, Entropy.System).Verify, Throws.Nothing);
        Assert.That(
            () => PassphraseSecretsManager.Create(Source(), Entropy.System),
            Throws.TypeOf<EngineException>().With.Message.EqualTo("passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables"));
    }

    private static PassphraseSecretsManager Open(string salt, string passphrase) =>
        PassphraseSecretsManager.Open(salt, Source(("PULUMI_CONFIG_PASSPHRASE", passphrase)), Entropy.System);

    private static PassphraseSource Source(params (string Name, string Value)[] variables) => new(new EngineEnvironment
    {
        WorkingDirectory = "/",
        Variables = variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value),
    });

    private static StackConfiguration SecretConfig()
    {
        var key = new ConfigKey("fake", "key");
        return EngineTest.Config(("fake:key", "config-s3cret")) with
        {
            SecretKeys = [key],
            Stored = ImmutableSortedDictionary.Create<ConfigKey, ConfigValue>(ConfigKey.Order).Add(key, ConfigValue.Secure(EngineTest.Secrets.Encrypt("config-s3cret"))),
        };
    }

    private List<string> Secrets() => [.. Engine.StateJson().Descendants().OfType<JProperty>().Where(member => member.Name == "ciphertext").Select(member => (string)member.Value!)];
}
