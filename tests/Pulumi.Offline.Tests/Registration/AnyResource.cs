namespace Pulumi.Offline.Tests.Registration;

/// <summary>A resource with one output, named value, of any type.</summary>
internal sealed class AnyResource<T>(string name, object? value = null, CustomResourceOptions? options = null)
    : CustomResource("t:m:Any", name, new AnyArgs { Value = value }, options)
{
    [Output("value")]
    public Output<T> Value { get; private set; } = null!;
}
