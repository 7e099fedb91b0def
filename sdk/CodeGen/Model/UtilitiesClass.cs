using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>What all generated classes of the package share: its version, the environment, the defaults of calls.</summary>
/// <param name="Docs">Its documentation.</param>
/// <param name="Attribute">The attribute that marks resource classes, without its suffix.</param>
/// <param name="VersionResource">The name of the embedded file with the version.</param>
/// <param name="PluginDownloadUrl">Where the engine downloads the plugin from; empty for the default server.</param>
internal sealed record UtilitiesClass(DocComment Docs, string Attribute, string VersionResource, string PluginDownloadUrl)
    : Declaration("Utilities", Docs);
