using CloudUpdate.Docs.Tests.Documents;

namespace CloudUpdate.Docs.Tests;

/// <summary>Links lead somewhere: to a file or folder of the repository, to a heading that is there, or to an address on the web.</summary>
internal sealed class LinkTests
{
    private static IEnumerable<Document> Documents => Library.Files.Where(document => document.Links.Any());

    [TestCaseSource(nameof(Documents))]
    public void Links_OfADocument_Resolve(object document) =>
        Assert.That(((Document)document).Links.Select(link => Problem((Document)document, link)).Where(problem => problem is not null), Is.Empty);

    private static string? Problem(Document document, string link)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var address) && !address.IsFile)
        {
            return address.Scheme == Uri.UriSchemeHttps ? null : $"{link} is not https";
        }

        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? Library.Resolve(document.Path) : Path.GetFullPath(parts[0], Path.GetDirectoryName(Library.Resolve(document.Path))!);
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            return $"{link} leads to nothing";
        }

        return parts.Length == 1 || Document.Read(Library.Root, target).Anchors.Contains(parts[1]) ? null : $"{link} leads to no heading";
    }
}
