using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource of which only the URN is known: one that an answer of the engine names.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base(type: "", name: "")
        => Urn = Output<string>.FromData(urn, OutputTraits.Plain.DependingOn([this]));
}
