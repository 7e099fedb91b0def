using System.CommandLine;

namespace Pulumi.Cli.Parsing;

/// <summary>Makes flags read as the Pulumi command reads them: <c>--flag</c> and <c>--flag=false</c>, never <c>--flag false</c>, whose second word is an
/// argument.</summary>
internal static class Flags
{
    /// <summary>The arguments with each bare flag of the command spelt out as <c>--flag=true</c>. Of a flag given several times the last one counts.</summary>
    public static string[] SpellOut(Command command, string[] args)
    {
        var flags = Enclosing(command).SelectMany(part => part.Options.Where(option => part == command || option.Recursive))
            .OfType<Option<bool>>().SelectMany(flag => flag.Aliases.Append(flag.Name).Select(name => KeyValuePair.Create(name, flag))).ToDictionary();
        var end = Array.IndexOf(args, "--") is >= 0 and var separator ? separator : args.Length;
        var found = args.Take(end).Select(argument => flags.GetValueOrDefault(argument.Split('=')[0])).ToList();
        return
        [
            .. args.Take(end).Where((_, index) => found[index] is not { } flag || found.LastIndexOf(flag) == index)
                .Select(argument => flags.ContainsKey(argument) ? $"{argument}=true" : argument),
            .. args.Skip(end),
        ];
    }

    /// <summary>The first argument in front of <c>--</c> that looks like an option and is none.</summary>
    public static string? Unknown(ParseResult parsed)
    {
        var options = parsed.Tokens.TakeWhile(token => token.Type != System.CommandLine.Parsing.TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<System.CommandLine.Parsing.ArgumentResult>().SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-' && options.Contains(token))?.Value;
    }

    private static IEnumerable<Command> Enclosing(Command command)
    {
        for (var current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return current;
        }
    }
}
