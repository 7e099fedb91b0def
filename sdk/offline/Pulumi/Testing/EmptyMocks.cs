namespace Pulumi.Testing;

/// <summary>Mocks that return each resource's inputs as its outputs.</summary>
public class EmptyMocks : IMocks
{
    /// <summary>Creates mocks.</summary>
    public EmptyMocks()
    {
    }

    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        => Task.FromResult<(string?, object)>((null, args.Inputs));

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);
}
