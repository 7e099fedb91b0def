namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>Files of the repository.</summary>
internal static class Sources
{
    private static readonly Lazy<string> s_root = new(FindRoot);

    public static string Path(string file) => System.IO.Path.Combine(s_root.Value, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CloudUpdateProvider.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside of the repository.");
        }

        return folder.FullName;
    }
}
