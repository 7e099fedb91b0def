namespace Pulumi.Engine.Tests.Framework;

/// <summary>A fixture whose every test has a stack of its own.</summary>
internal abstract class EngineFixture : IDisposable
{
    protected EngineTest Engine { get; } = new();

    protected FakeProvider Fake => Engine.Fake;

    public void Dispose()
    {
        Engine.Dispose();
        GC.SuppressFinalize(this);
    }
}
