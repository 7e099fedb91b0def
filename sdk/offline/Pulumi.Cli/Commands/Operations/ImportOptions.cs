using System.Collections.Immutable;
using System.CommandLine;
using Pulumi.Cli.Commands.Configs;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Deployment;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>What an import brings in: one object from the command line, or those of a file.</summary>
internal sealed class ImportOptions
{
    private readonly Argument<string?> _type = Optional("type", "Type token of the resource");
    private readonly Argument<string?> _name = Optional("name", "Name of the resource in the program");
    private readonly Argument<string?> _id = Optional("id", "The provider's id of the object");
    private readonly Option<string?> _file = new("--file", "-f") { Description = "Import the objects that this JSON file lists", HelpName = "file" };
    private readonly Option<string[]> _parent = new("--parent") { Description = "The resource's parent", HelpName = "name=urn" };
    private readonly Option<string[]> _provider = new("--provider") { Description = "The resource's explicit provider", HelpName = "name=urn" };
    private readonly Option<string[]> _properties = new("--properties") { Description = "Names of the inputs to keep; by default all", HelpName = "a,b" };
    private readonly Option<bool> _protect = new("--protect") { Description = "Protect the resources against deletion", DefaultValueFactory = _ => true };

    public void AddTo(Command command)
    {
        command.Add(_type);
        command.Add(_name);
        command.Add(_id);
        command.Add(_file);
        command.Add(_parent);
        command.Add(_provider);
        command.Add(_properties);
        command.Add(_protect);
    }

    public ImmutableArray<ImportRequest> Read(CommandContext context, StackReference stack)
    {
        var protect = context.Get(_protect);
        if (context.Get(_file) is { Length: > 0 } file)
        {
            return context.Get(_type) is null
                ? ImportFile.Read(context.Environment.Resolve(file), stack, protect)
                : throw CommandException.Usage("--file and a type, name and id cannot be used together");
        }

        if (context.Get(_type) is not { } type || context.Get(_name) is not { } name || context.Get(_id) is not { } id)
        {
            throw CommandException.Usage("an import needs a type, a name and an id, or --file");
        }

        return
        [
            new ImportRequest(type, name, id)
            {
                Parent = Urn(context.Get(_parent)),
                Provider = Urn(context.Get(_provider)),
                Properties = [.. (context.Get(_properties) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
                Protect = protect,
            },
        ];
    }

    private static Argument<string?> Optional(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    private static string Urn(string[]? assignments) => assignments switch
    {
        null or [] => string.Empty,
        [var one] => Assignment.Split(one).Value,
        _ => throw CommandException.Usage("one resource has one parent and one provider at most"),
    };
}
