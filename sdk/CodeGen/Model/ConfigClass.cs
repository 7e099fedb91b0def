using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>The static class that reads the package's configuration.</summary>
/// <param name="Docs">Its documentation.</param>
/// <param name="PackageName">The configuration's namespace in a stack's settings.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Types">The structures of their values.</param>
internal sealed record ConfigClass(
    DocComment Docs, string PackageName, IReadOnlyList<ConfigVariable> Variables, IReadOnlyList<ConfigType> Types)
    : Declaration("Config", Docs);
