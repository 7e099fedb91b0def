namespace Pulumi.Offline.Tests.Registration;

/// <summary>One input, named value, that may be anything.</summary>
internal sealed class AnyArgs : ResourceArgs
{
    [Input("value")]
    public object? Value { get; set; }
}
