using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Config;

namespace Pulumi.Cli.Commands.Configs;

/// <summary>What <c>pulumi config</c> shows.</summary>
internal sealed class ConfigList(ConfigSession session)
{
    public void Show(CommandContext context, bool json, bool showSecrets)
    {
        var secrets = showSecrets && session.File.Values.Values.Any(value => value.IsSecret) ? session.Secrets : null;
        if (json)
        {
            var document = new JObject(session.File.Values.Select(entry => new JProperty(entry.Key.ToString(), ConfigJson.Of(entry.Value, secrets))));
            context.Output.WriteLine(document.ToString(Formatting.Indented));
            return;
        }

        context.Screen.Write(Columns.Align(
        [
            [Line.Of("KEY", Tone.Strong), Line.Of("VALUE", Tone.Strong)],
            .. session.File.Values.Select(entry => ImmutableArray.Create(
                Line.Of(ShortName(entry.Key)), Line.Of(PlainText.OneLine(secrets is null ? entry.Value.Masked() : entry.Value.Decrypt(secrets))))),
        ]));
    }

    private string ShortName(ConfigKey key) => key.Namespace == session.Project.Name ? key.Name : key.ToString();
}
