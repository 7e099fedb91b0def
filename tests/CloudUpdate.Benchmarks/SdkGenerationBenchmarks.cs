using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using CloudUpdate.CodeGen;

namespace CloudUpdate.Benchmarks;

/// <summary>
/// From a schema to the files of its SDK. Set CLOUDUPDATE_BENCH_SCHEMA to the file of a schema to measure that one; otherwise it is a made-up
/// package of many resources, each with its own structures and a function.
/// </summary>
[MemoryDiagnoser]
public class SdkGenerationBenchmarks
{
    private string _schema = "";

    [Params(5, 70)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void Setup() => _schema = Environment.GetEnvironmentVariable("CLOUDUPDATE_BENCH_SCHEMA") is { Length: > 0 } file
        ? File.ReadAllText(file)
        : Package(Resources);

    [Benchmark]
    public int Generate() => SdkGenerator.Generate(_schema).Files!.Count;

    private static string Package(int resources)
    {
        var package = new JsonObject { ["name"] = "acme", ["types"] = new JsonObject(), ["resources"] = new JsonObject(), ["functions"] = new JsonObject() };
        for (var index = 0; index < resources; index++)
        {
            for (var type = 0; type < 6; type++)
            {
                package["types"]![$"acme:index:Part{index}x{type}"] = new JsonObject { ["type"] = "object", ["properties"] = Properties() };
            }
            var properties = Properties();
            for (var type = 0; type < 6; type++)
            {
                properties[$"part{type}"] = new JsonObject { ["$ref"] = $"#/types/acme:index:Part{index}x{type}" };
            }
            package["resources"]![$"acme:index:Thing{index}"] = new JsonObject
            {
                ["description"] = "A thing.\n\n## Example Usage\n\n```csharp\nnew Thing();\n```\n",
                ["properties"] = properties.DeepClone(),
                ["inputProperties"] = properties.DeepClone(),
                ["stateInputs"] = new JsonObject { ["properties"] = properties.DeepClone() },
            };
            package["functions"]![$"acme:index:getThing{index}"] = new JsonObject
            {
                ["inputs"] = new JsonObject { ["properties"] = Properties() },
                ["outputs"] = new JsonObject { ["properties"] = properties.DeepClone() },
            };
        }
        return package.ToJsonString();
    }

    private static JsonObject Properties()
    {
        var properties = new JsonObject();
        for (var index = 0; index < 15; index++)
        {
            properties[$"text{index}"] = new JsonObject { ["type"] = "string", ["description"] = "A text with `code` and [a link](https://acme.example).", ["secret"] = index % 5 == 0 };
            properties[$"list{index}"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } };
        }
        return properties;
    }
}
