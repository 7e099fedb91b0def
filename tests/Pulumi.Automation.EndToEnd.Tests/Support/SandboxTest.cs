namespace Pulumi.Automation.EndToEnd.Tests.Support;

/// <summary>A test with a sandbox of its own.</summary>
internal abstract class SandboxTest
{
    /// <summary>Real time that a test may take, in milliseconds: many times what it needs.</summary>
    protected const int Limit = 180_000;

    protected Sandbox Sandbox { get; private set; } = null!;

    [SetUp]
    public async Task CreateSandbox() => Sandbox = await Sandbox.CreateAsync();

    [TearDown]
    public async Task RemoveSandbox() => await Sandbox.DisposeAsync();
}
