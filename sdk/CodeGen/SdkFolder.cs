namespace CloudUpdate.CodeGen;

/// <summary>The folder that holds a generated SDK and nothing else, apart from what builds leave in <c>bin</c> and <c>obj</c>.</summary>
internal sealed class SdkFolder(string path)
{
    /// <summary>The file by which a folder is known to hold an SDK.</summary>
    private const string Mark = "pulumi-plugin.json";

    /// <summary>Whether the folder may be written: it is absent, empty, or holds an earlier SDK.</summary>
    public bool IsWritable => !File.Exists(path)
        && (!Directory.Exists(path) || File.Exists(Path.Combine(path, Mark)) || !Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>The files that the folder holds, relative to it, with forward slashes.</summary>
    public IReadOnlyList<string> Files => !Directory.Exists(path)
        ? []
        : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => file.Split('/')[0] is not ("bin" or "obj"))];

    /// <summary>The content of one of <see cref="Files"/>.</summary>
    public byte[] Read(string file) => File.ReadAllBytes(Path.Combine(path, file));

    /// <summary>Makes the folder hold the given files: files of an earlier SDK go, files that are the same already are left alone.</summary>
    public void Write(IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(path);
        foreach (var stale in Files.Where(file => !files.ContainsKey(file)))
        {
            File.Delete(Path.Combine(path, stale));
        }
        foreach (var (name, content) in files)
        {
            WriteFile(Path.Combine(path, name), content);
        }
        RemoveEmptyFolders(path);
    }

    private static void WriteFile(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
        {
            File.WriteAllBytes(file, content);
        }
    }

    private static void RemoveEmptyFolders(string folder)
    {
        foreach (var child in Directory.GetDirectories(folder).Where(child => Path.GetFileName(child) is not ("bin" or "obj")))
        {
            RemoveEmptyFolders(child);
            if (!Directory.EnumerateFileSystemEntries(child).Any())
            {
                Directory.Delete(child);
            }
        }
    }
}
