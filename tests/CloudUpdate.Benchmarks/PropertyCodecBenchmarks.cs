using BenchmarkDotNet.Attributes;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Benchmarks;

/// <summary>A bag of N objects with a secret each, to the wire form and back.</summary>
[MemoryDiagnoser]
public class PropertyCodecBenchmarks
{
    private PropertyMap _bag = PropertyMap.Empty;
    private Struct _wire = new();

    [Params(10, 1_000)]
    public int Objects { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _bag = PropertyMap.Of(Enumerable.Range(0, Objects).Select(index => KeyValuePair.Create($"object{index}", One(index))));
        _wire = PropertyCodec.Encode(_bag)!;
    }

    [Benchmark]
    public Struct Encode() => PropertyCodec.Encode(_bag)!;

    [Benchmark]
    public PropertyMap Decode() => PropertyCodec.Decode(_wire)!;

    private static PropertyValue One(int index) => PropertyValue.Of(PropertyMap.Of(
        ("name", PropertyValue.Of($"name-{index}")),
        ("weight", PropertyValue.Of(index)),
        ("password", PropertyValue.Secret(PropertyValue.Of("hidden"))),
        ("items", PropertyValue.Of(["a", "b", "c"]))));
}
