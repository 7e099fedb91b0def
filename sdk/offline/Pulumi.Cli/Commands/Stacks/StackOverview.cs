using System.Collections.Immutable;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary>What <c>pulumi stack</c> shows: when the stack last changed, its resources as a tree, its outputs.</summary>
internal sealed class StackOverview(CommandContext context, bool showUrns, bool showIds, bool showSecrets)
{
    public void Show(string? name, bool nameOnly)
    {
        var workspace = context.Workspace;
        var stack = workspace.RequireStack(name);
        if (nameOnly)
        {
            context.Output.WriteLine(stack.Name);
            return;
        }

        var snapshot = workspace.Backend.Load(stack, workspace.Passphrase);
        var screen = context.Screen;
        screen.Write($"Current stack is {stack.Name}:");
        screen.Write($"    Managed by {context.Environment.Owner.HostName}");
        screen.Write(snapshot.Manifest is { } manifest
            ? $"    Last updated: {DurationText.Ago(context.Environment.Time.GetUtcNow() - manifest.Time)}"
            : "    Never updated");
        screen.Write($"Current stack resources ({snapshot.Resources.Length}):");
        screen.Write(snapshot.Resources.IsEmpty ? [Line.Of("    No resources currently in this stack")] : Resources(snapshot));
        if (snapshot.RootStack?.Outputs is { Count: > 0 } outputs)
        {
            screen.Write(Line.Empty);
            screen.Write($"Current stack outputs ({outputs.Count}):");
            screen.Write(StackOutputCommand.Table(outputs, showSecrets));
        }
    }

    private ImmutableArray<Line> Resources(Snapshot snapshot)
    {
        var urns = snapshot.Resources.Select(resource => resource.Urn).ToHashSet();
        var children = snapshot.Resources.ToLookup(resource => urns.Contains(resource.Parent) ? resource.Parent : string.Empty);
        var rows = new List<ImmutableArray<Line>> { ImmutableArray.Create(Line.Of("    TYPE", Tone.Strong), Line.Of("NAME", Tone.Strong)) };
        foreach (var root in children[string.Empty])
        {
            Add(rows, root, children, "    ", "    ");
        }

        return Columns.Align(rows);
    }

    private void Add(List<ImmutableArray<Line>> rows, ResourceState resource, ILookup<string, ResourceState> children, string lead, string below)
    {
        rows.Add(ImmutableArray.Create(Line.Of(lead + TypeText.Shorten(resource.Type)), Line.Of(Urn.Name(resource.Urn))));
        var below2 = $"{below}{(children.Contains(resource.Urn) ? "│  " : "   ")}";
        if (showUrns)
        {
            rows.Add([Line.Of($"{below2}   URN: {resource.Urn}", Tone.Faint)]);
        }

        if (showIds && resource.Id.Length > 0)
        {
            rows.Add([Line.Of($"{below2}   ID: {resource.Id}", Tone.Faint)]);
        }

        var all = children[resource.Urn].ToList();
        for (var index = 0; index < all.Count; index++)
        {
            var isLast = index == all.Count - 1;
            Add(rows, all[index], children, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "));
        }
    }
}
