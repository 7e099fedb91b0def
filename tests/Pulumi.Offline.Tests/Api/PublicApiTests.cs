namespace Pulumi.Offline.Tests.Api;

internal sealed class PublicApiTests
{
    /// <summary>
    /// The list holds signatures of the published package, taken over by hand: a member that is not in it is none of
    /// the published ones, or is not listed yet.
    /// </summary>
    [Test]
    public async Task PublicSurface_EveryTypeAndMember_IsInListOfPublishedOnes()
    {
        var listed = await ReadListAsync();

        Assert.That(string.Join("\n", ApiListing.Of(typeof(Resource).Assembly).Except(listed)), Is.Empty);
    }

    [Test]
    public async Task ListOfPublishedMembers_EveryLine_IsInPublicSurface()
    {
        var listed = await ReadListAsync();

        Assert.That(string.Join("\n", listed.Except(ApiListing.Of(typeof(Resource).Assembly))), Is.Empty);
    }

    private static async Task<List<string>> ReadListAsync()
    {
        await using var stream = typeof(PublicApiTests).Assembly.GetManifestResourceStream("PublicApi.txt")!;
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
        => header.Split(" : ")[0].Split("class ")[^1].Split("struct ")[^1].Split("interface ")[^1];
}
