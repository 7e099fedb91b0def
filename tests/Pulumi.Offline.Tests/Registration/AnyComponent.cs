namespace Pulumi.Offline.Tests.Registration;

/// <summary>A component with one input, named value, that may be anything.</summary>
internal sealed class AnyComponent(string name, object? value = null, ComponentResourceOptions? options = null, bool remote = false)
    : ComponentResource("t:m:Component", name, new AnyArgs { Value = value }, options, remote)
{
    public void Complete(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
