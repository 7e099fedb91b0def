using System.Reflection;

namespace CloudUpdate.TestKit.Api;

/// <summary>
/// A list of the signatures of a published package, taken over by hand and embedded in a test assembly as
/// <c>PublicApi.txt</c>: a member that is not in it is none of the published ones, or is not listed yet.
/// </summary>
public static class ApiList
{
    /// <summary>The lines of the list, those of members with their type in front.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Assembly tests)
    {
        await using var stream = tests.GetManifestResourceStream("PublicApi.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        var type = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(' '))
            {
                type = TypeOf(line);
            }

            lines.Add(line.StartsWith(' ') ? $"{type}: {line.Trim()}" : line);
        }

        return lines;
    }

    // The header is up to two words, the name, and what the type derives from.
    private static string TypeOf(string header)
        => new[] { "class ", "struct ", "interface ", "enum " }.Aggregate(header.Split(" : ")[0], (name, kind) => name.Split(kind)[^1]);
}
