using System.Text.Json.Nodes;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests;

/// <summary>
/// Every value of a large schema is broken in turn, in every way that fits its kind: the schema is then either refused, with paths that
/// lead into the document, or still valid. Nothing else happens: no exception, no code that does not compile.
/// </summary>
internal sealed class MutationTests
{
    /// <summary>All mutations, or with CLOUDUPDATE_LONG_TESTS unset one in this many.</summary>
    private static readonly int Sparseness = Environment.GetEnvironmentVariable("CLOUDUPDATE_LONG_TESTS") == "1" ? 1 : 8;

    private static readonly string Original = File.ReadAllText(Path.Combine(Repository.TestProject, "Schemas", "everything.json"));

    /// <summary>Mutations that must be refused, whatever the value meant.</summary>
    [Test]
    public void Generate_WrongKindOfValue_RefusedWithPathOfTheValue()
    {
        var refused = 0;
        foreach (var (path, mutated) in Mutations(WrongKind))
        {
            var errors = Generated.Errors(mutated);
            Assert.That(errors, Has.All.StartsWith("error: #/"), path);
            Assert.That(errors, Has.Some.Contains(path), path);
            refused++;
        }

        Assert.That(refused, Is.GreaterThan(200));
    }

    /// <summary>Mutations whose result depends on what the value meant.</summary>
    [Test]
    public void Generate_OtherValue_RefusedOrComplete()
    {
        var (refused, accepted) = (0, 0);
        foreach (var (path, mutated) in Mutations(OtherValue).Where((_, index) => index % Sparseness == 0))
        {
            var result = SdkGenerator.Generate(mutated);
            if (result.Files is null)
            {
                Assert.That(result.Diagnostics, Has.Some.Matches<Diagnostic>(item => item.Severity == Severity.Error), path);
                Assert.That(result.Diagnostics.Select(item => item.Path.Text), Has.All.StartsWith("#"), path);
                refused++;
            }
            else
            {
                accepted++;
            }
        }

        Assert.That(refused, Is.GreaterThan(100));
        Assert.That(accepted, Is.GreaterThan(100));
    }

    /// <summary>A sample of what is still valid after a mutation compiles.</summary>
    [Test]
    public void Generate_StillValidAfterMutation_Compiles()
    {
        foreach (var (path, mutated) in Mutations(OtherValue).Where((_, index) => index % (20 * Sparseness) == 0))
        {
            if (SdkGenerator.Generate(mutated).Files is { } files)
            {
                var errors = SdkCompiler.Compile(files, PublishedSdk.Reference).GetDiagnostics().Where(item => item.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
                Assert.That(errors, Is.Empty, path);
            }
        }
    }

    [Test]
    public void Generate_CutShort_Refused()
    {
        for (var length = 0; length < Original.TrimEnd().Length; length += 997)
        {
            Assert.That(Generated.Errors(Original[..length]), Has.Some.StartsWith("error: #: not a JSON document"), $"{length} characters");
        }
    }

    /// <summary>A value of a kind that no place in a schema takes.</summary>
    private static IEnumerable<JsonNode?> WrongKind(JsonNode? value) => [null];

    private static IEnumerable<JsonNode?> OtherValue(JsonNode? value) => value switch
    {
        JsonObject item => [new JsonObject(), With(item, "surprise", 1), .. item.Select(entry => Without(item, entry.Key))],
        JsonArray list => [new JsonArray(), new JsonArray([.. list.Select(Clone), .. list.Select(Clone)]), new JsonArray("surprise")],
        JsonValue text when text.TryGetValue<string>(out var was) => ["", "surprise", was + "?", was + "-", was + ":", was.ToUpperInvariant(), "#/types/none", "object", "array"],
        JsonValue flag when flag.TryGetValue<bool>(out var was) => [!was],
        _ => [1.5, -1, 1e300],
    };

    private static JsonObject With(JsonObject item, string key, JsonNode value)
    {
        var copy = (JsonObject)item.DeepClone();
        copy[key] = value;
        return copy;
    }

    private static JsonObject Without(JsonObject item, string key)
    {
        var copy = (JsonObject)item.DeepClone();
        copy.Remove(key);
        return copy;
    }

    private static JsonNode? Clone(JsonNode? node) => node?.DeepClone();

    /// <summary>The schema with one value replaced, for every value outside the sections of other languages.</summary>
    private static IEnumerable<(string Path, string Schema)> Mutations(Func<JsonNode?, IEnumerable<JsonNode?>> mutate)
    {
        foreach (var steps in Paths(JsonNode.Parse(Original)!, []))
        {
            foreach (var replacement in mutate(Find(JsonNode.Parse(Original)!, steps)))
            {
                var document = JsonNode.Parse(Original)!;
                Replace(document, steps, replacement?.DeepClone());
                yield return (Pointer(steps), document.ToJsonString());
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] steps)
    {
        var children = node switch
        {
            JsonObject item => item.Select(entry => ((object)entry.Key, entry.Value)),
            JsonArray list => list.Select((child, index) => ((object)index, child)),
            _ => [],
        };
        foreach (var (step, child) in children.Where(child => child.Item1 is not ("nodejs" or "python" or "go")))
        {
            object[] path = [.. steps, step];
            yield return path;
            foreach (var deeper in Paths(child, path))
            {
                yield return deeper;
            }
        }
    }

    private static JsonNode? Find(JsonNode root, object[] steps) =>
        steps.Aggregate((JsonNode?)root, (node, step) => step is string key ? node![key] : node![(int)step]);

    private static void Replace(JsonNode root, object[] steps, JsonNode? value)
    {
        var parent = Find(root, steps[..^1])!;
        if (steps[^1] is string key)
        {
            parent[key] = value;
        }
        else
        {
            parent[(int)steps[^1]] = value;
        }
    }

    private static string Pointer(object[] steps) => steps.Aggregate(SchemaPath.Root, (path, step) => step is string key ? path.Child(key) : path.Child((int)step)).Text;
}
