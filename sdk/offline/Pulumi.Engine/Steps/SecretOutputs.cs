using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>Marks outputs secret: those the program declares so, and those whose input of the same name is.</summary>
internal static class SecretOutputs
{
    public static PropertyMap Mark(ResourceState state, PropertyMap outputs, EventStream events)
    {
        if (state.AdditionalSecretOutputs.Contains("id"))
        {
            events.Warning("The 'id' property cannot be made secret. See pulumi/pulumi#2717 for more details.", state.Urn);
        }

        return outputs.Select((key, value) =>
            state.AdditionalSecretOutputs.Contains(key) || state.Inputs.Get(key) is SecretValue ? PropertyValue.Secret(value) : value);
    }
}
