using CloudUpdate.Protocol.Codegen;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Status;
using CloudUpdate.TestKit.Golden;
using Google.Protobuf;

namespace CloudUpdate.Protocol.Tests.Wire;

internal sealed class WireTests
{
    [Test]
    public void Protocol_EveryMessage_IsWhatPeersExpectOnTheWire()
    {
        var files = WireListing.WithImports(
            ProviderReflection.Descriptor,
            ResourceReflection.Descriptor,
            ResourceStatusReflection.Descriptor,
            EngineReflection.Descriptor,
            LanguageReflection.Descriptor,
            EventsReflection.Descriptor,
            ErrorsReflection.Descriptor,
            LoaderReflection.Descriptor,
            MapperReflection.Descriptor,
            StatusReflection.Descriptor);

        GoldenFile.Verify(WireListing.Of(files), "tests/CloudUpdate.Protocol.Tests/Wire/protocol.txt");
    }

    // Numbers that are easily taken for others, read from bytes as a peer of another making writes them.
    [Test]
    public void OddNumbers_ReadFromBytes_LandInTheirFields()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ConstructRequest.Parser.ParseFrom([12 << 3, 1]), Has.Property(nameof(ConstructRequest.Protect)).True);
            Assert.That(CallResponse.Parser.ParseFrom([(3 << 3) | 2, 0]).Failures, Has.Count.EqualTo(1));
            Assert.That(ConfigureResponse.Parser.ParseFrom([2 << 3, 1, 3 << 3, 1]), Is.EqualTo(new ConfigureResponse { SupportsPreview = true, AcceptResources = true }));
            Assert.That(InvokeRequest.Parser.ParseFrom([7 << 3, 1]), Has.Property(nameof(InvokeRequest.Preview)).True);
            Assert.That(ReadRequest.Parser.ParseFrom(Double(10)), Has.Property(nameof(ReadRequest.Timeout)).EqualTo(1));
            Assert.That(CreateRequest.Parser.ParseFrom(Double(3)), Has.Property(nameof(CreateRequest.Timeout)).EqualTo(1));
            Assert.That(UpdateRequest.Parser.ParseFrom(Double(5)), Has.Property(nameof(UpdateRequest.Timeout)).EqualTo(1));
            Assert.That(DeleteRequest.Parser.ParseFrom(Double(4)), Has.Property(nameof(DeleteRequest.Timeout)).EqualTo(1));
        });
    }

    [Test]
    public void NewerFields_OfAPeer_AreKept()
    {
        var newer = ByteString.CopyFrom([0xFA, 0x3E, 1, 7]);

        Assert.That(ProviderHandshakeRequest.Parser.ParseFrom(newer).ToByteString(), Is.EqualTo(newer));
    }

    private static byte[] Double(int field) => [(byte)((field << 3) | 1), .. BitConverter.GetBytes(1.0)];
}
