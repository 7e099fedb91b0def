using Newtonsoft.Json;

namespace Pulumi.TestProgram;

/// <summary>Declares what a file lists.</summary>
internal static class DeclaredProgram
{
    public static Task<int> RunAsync(string file) => Deployment.RunAsync(() => Declare(JsonConvert.DeserializeObject<Declaration>(File.ReadAllText(file))!));

    private static Dictionary<string, object?> Declare(Declaration declaration)
    {
        if (declaration.Print is { } line)
        {
            Console.WriteLine(line);
        }

        var groups = declaration.Groups.ToDictionary(name => name, name => new Group(name));
        var things = new Dictionary<string, Thing>();
        foreach (var thing in declaration.Things)
        {
            things[thing.Name] = Declare(thing, groups, things);
        }

        if (declaration.Throw is { } message)
        {
            throw new InvalidOperationException(message);
        }

        var outputs = declaration.Outputs.ToDictionary(output => output.Key, object? (output) => output.Value);
        foreach (var (name, thing) in things)
        {
            outputs[$"{name}Id"] = thing.Id;
        }

        if (declaration.TokenOutput is { } token)
        {
            outputs[token] = new Config().RequireSecret("token");
        }

        return outputs;
    }

    private static Thing Declare(DeclaredThing thing, Dictionary<string, Group> groups, Dictionary<string, Thing> things)
    {
        var options = new CustomResourceOptions { Protect = thing.Protect, RetainOnDelete = thing.Retain, ImportId = thing.Import };
        if (thing.Group is { } group)
        {
            options.Parent = groups[group];
        }

        if (thing.After is { } other)
        {
            options.DependsOn = things[other];
        }

        return new Thing(thing.Name, Inputs(thing), options);
    }

    private static ThingArgs Inputs(DeclaredThing thing)
    {
        var args = new ThingArgs
        {
            Kind = Text(thing.Kind),
            Say = Text(thing.Say),
            Fail = Text(thing.Fail),
            Wait = Text(thing.Wait),
        };
        if (thing.Password is { } password)
        {
            args.Password = Output.CreateSecret(password);
        }

        if (thing.Size is { } size)
        {
            args.Size = size;
        }

        if (thing.Tags is { } tags)
        {
            args.Tags = tags;
        }

        return args;
    }

    private static Input<string>? Text(string? text) => text is null ? null : (Input<string>)text;
}
