using System.Collections.Immutable;

namespace Pulumi.Engine.Plugins;

/// <summary>How a plugin is started.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Arguments in front of the engine's address.</param>
/// <param name="Directory">The folder of the plugin.</param>
internal sealed record PluginCommand(string FileName, ImmutableArray<string> Arguments, string Directory);
