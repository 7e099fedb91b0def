using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests;

/// <summary>The command line.</summary>
internal sealed class CommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private string _folder = "";

    private string Schema => Path.Combine(_folder, "schema.json");

    private string Sdk => Path.Combine(_folder, "sdk");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("codegen").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Run_ValidSchema_WritesTheSdk()
    {
        Assert.That(Generate(Schemas.Resource("")), Is.Zero);

        Assert.That(File.Exists(Path.Combine(Sdk, "Thing.cs")), Is.True);
        Assert.That(_error.ToString(), Is.Empty);
    }

    [Test]
    public void Run_AgainWithFewerMembers_StaleFilesGoBuildOutputStays()
    {
        Generate(Schemas.Package(""" "resources": { "acme:a/b:Thing": {}, "acme:index:Other": {} } """));
        Directory.CreateDirectory(Path.Combine(Sdk, "obj"));
        File.WriteAllText(Path.Combine(Sdk, "obj", "project.assets.json"), "{}");

        Generate(Schemas.Package(""" "resources": { "acme:index:Other": {} } """));

        Assert.That(Directory.Exists(Path.Combine(Sdk, "A")), Is.False);
        Assert.That(File.Exists(Path.Combine(Sdk, "Other.cs")), Is.True);
        Assert.That(File.Exists(Path.Combine(Sdk, "obj", "project.assets.json")), Is.True);
    }

    [Test]
    public void Run_AgainWithTheSame_FilesUntouched()
    {
        Generate(Schemas.Resource(""));
        var file = Path.Combine(Sdk, "Thing.cs");
        var written = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, written);

        Generate(Schemas.Resource(""));

        Assert.That(File.GetLastWriteTimeUtc(file), Is.EqualTo(written));
    }

    [Test]
    public void Run_BrokenSchema_ErrorsAndNothingWritten()
    {
        Assert.That(Generate(Schemas.Property(""" "type": "text" """)), Is.EqualTo(1));

        Assert.That(Directory.Exists(Sdk), Is.False);
        Assert.That(_error.ToString(), Does.Contain("error: #/resources/acme:index:Thing/inputProperties/it/type: unknown type kind 'text'"));
        Assert.That(_output.ToString(), Is.Empty);
    }

    [Test]
    public void Run_FolderOfSomethingElse_LeftAlone()
    {
        Directory.CreateDirectory(Sdk);
        File.WriteAllText(Path.Combine(Sdk, "thesis.txt"), "precious");

        Assert.That(Generate(Schemas.Resource("")), Is.EqualTo(1));

        Assert.That(Directory.GetFileSystemEntries(Sdk).Select(Path.GetFileName), Is.EqualTo(["thesis.txt"]));
        Assert.That(_error.ToString(), Does.Contain("holds something else than an SDK"));
    }

    [Test]
    public void Run_NoSuchSchema_Error()
    {
        Assert.That(Run(Schema, Sdk), Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.StartWith("error: ").And.Contain("schema.json"));
    }

    [TestCase]
    [TestCase("only-one")]
    [TestCase("one", "two", "three")]
    public void Run_WrongArguments_Usage(params string[] args)
    {
        Assert.That(Run(args), Is.EqualTo(2));
        Assert.That(_error.ToString(), Does.Contain("SCHEMA OUTDIR"));
    }

    [Test]
    public void Run_Help_Usage()
    {
        Assert.That(Run("--help"), Is.Zero);
        Assert.That(_output.ToString(), Does.Contain("SCHEMA OUTDIR"));
    }

    private int Generate(string schema)
    {
        File.WriteAllText(Schema, schema);
        return Run(Schema, Sdk);
    }

    private int Run(params string[] args) => new GenerateCommand(_output, _error).Run(args);
}
