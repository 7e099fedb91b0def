namespace Pulumi.Testing;

/// <summary>Stands in for the engine and all providers in a test.</summary>
public interface IMocks
{
    /// <summary>A resource was declared, or an existing one is read.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>Its id, and its outputs as a dictionary with text keys.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A function is called.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The answer as a dictionary with text keys.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component or the stack registered its outputs.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
