namespace CloudUpdate.CodeGen;

/// <summary>The command line: <c>SCHEMA OUTDIR</c>.</summary>
internal sealed class GenerateCommand(TextWriter output, TextWriter error)
{
    private const string Usage = """
        Generates the .NET SDK of a Pulumi package.

        Usage: dotnet run --project sdk/CodeGen -- SCHEMA OUTDIR

          SCHEMA   the package schema, a JSON file
          OUTDIR   the folder of the SDK; it is made to hold the SDK and nothing else
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>0 if the SDK was written, 1 if the schema or a folder is not usable (nothing is written then), 2 for wrong arguments.</returns>
    public int Run(IReadOnlyList<string> args)
    {
        if (args is ["--help" or "-h"])
        {
            output.WriteLine(Usage);
            return 0;
        }
        if (args is not [var schema, var folder])
        {
            error.WriteLine(Usage);
            return 2;
        }

        try
        {
            return Generate(schema, new SdkFolder(folder), folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private int Generate(string schema, SdkFolder folder, string folderName)
    {
        var result = SdkGenerator.Generate(File.ReadAllText(schema));
        foreach (var diagnostic in result.Diagnostics)
        {
            error.WriteLine(diagnostic);
        }
        if (result.Files is null)
        {
            return 1;
        }
        if (!folder.IsWritable)
        {
            error.WriteLine($"error: {folderName} holds something else than an SDK; name a folder that is empty or does not exist");
            return 1;
        }

        folder.Write(result.Files);
        output.WriteLine($"{result.Files.Count} files in {folderName}");
        return 0;
    }
}
