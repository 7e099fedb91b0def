namespace Pulumi.Serialization;

/// <summary>An output of a type that the caller does not know.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
