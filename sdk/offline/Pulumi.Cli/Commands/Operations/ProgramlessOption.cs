using System.CommandLine;
using Pulumi.Cli.Parsing;

namespace Pulumi.Cli.Commands.Operations;

/// <summary><c>--run-program</c>: refused unless false, since refresh and destroy run no program here.</summary>
internal static class ProgramlessOption
{
    public static Option<bool> Create()
    {
        var option = new Option<bool>("--run-program") { Hidden = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>())
            {
                result.AddError(Refusals.Sentence("--run-program"));
            }
        });
        return option;
    }
}
