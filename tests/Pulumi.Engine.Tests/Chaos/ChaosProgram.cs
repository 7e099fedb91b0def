using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Random resources as a program.</summary>
internal static class ChaosProgram
{
    private const string ComponentType = "my:index:Group";

    public static TestProgram Of(IReadOnlyList<ChaosResource> resources, bool protect = true) => new([.. resources.Select(resource => Resource(resource, resources, protect))])
    {
        StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("count", resources.Count),
    };

    // A child is deleted with what its parent is deleted with, unless it names something itself.
    private static int? Owner(ChaosResource resource, IReadOnlyList<ChaosResource> all) =>
        resource.DeletedWith ?? (resource.Parent is { } parent ? Owner(all.Single(other => other.Name == parent), all) : null);

    private static TestResource Resource(ChaosResource resource, IReadOnlyList<ChaosResource> all, bool protect)
    {
        string NameOf(int name) => all.Single(other => other.Name == name) is { Renamed: true } ? $"renamed{name}" : $"r{name}";
        var inputs = ImmutableDictionary<string, object?>.Empty.Add("size", resource.Size).Add("kind", resource.Kind);
        inputs = resource.DependsOn.Where(name => !all.Single(other => other.Name == name).IsComponent)
            .Aggregate(inputs, (bag, name) => bag.Add($"of{name}", TestProgram.Output(NameOf(name), "size")));
        inputs = Owner(resource, all) is { } owner ? inputs.Add("owner", TestProgram.Output(NameOf(owner), "id")) : inputs;
        return new TestResource(NameOf(resource.Name), resource.IsComponent ? ComponentType : "fake:index:Thing")
        {
            Custom = !resource.IsComponent,
            Inputs = resource.Secret ? inputs.SetItem("size", TestProgram.Secret(resource.Size)) : inputs,
            DependsOn = [.. resource.DependsOn.Select(NameOf)],
            Parent = resource.Parent is { } parent ? NameOf(parent) : string.Empty,
            DeletedWith = resource.DeletedWith is { } with ? NameOf(with) : string.Empty,
            Options = request =>
            {
                request.Protect = resource.Protect && protect;
                request.RetainOnDelete = resource.Retain;
                request.DeleteBeforeReplace = resource.DeleteBeforeReplace;
                request.DeleteBeforeReplaceDefined = resource.DeleteBeforeReplace;
                request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = resource.Renamed ? $"r{resource.Name}" : $"renamed{resource.Name}" } });
            },
        };
    }
}
