using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>Values of any shape survive the wire, and so does what is known about them.</summary>
internal sealed class RoundTripTests
{
    [Property(Arbitrary = [typeof(RoundTripSample)], MaxTest = 500)]
    public async Task Value_WrittenAndRead_IsTheSame(RoundTripSample sample)
    {
        var writer = new PropertyWriter(keepResources: true);

        var written = await writer.WriteAsync("value", sample.Given);

        var data = PropertyReader.Read(Value.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(written ?? Value.ForNull())));
        Assert.That(RoundTripSample.Render(data.Value), Is.EqualTo(RoundTripSample.Render(sample.Read)));
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((sample.Traits.IsKnown, sample.Traits.IsSecret)));
        Assert.That(writer.SawUnknown, Is.EqualTo(!sample.Traits.IsKnown));
        Assert.That(writer.Dependencies, Is.EquivalentTo(sample.Traits.Resources));
    }
}
