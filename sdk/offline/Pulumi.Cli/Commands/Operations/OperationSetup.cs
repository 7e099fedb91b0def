using System.Collections.Immutable;
using Pulumi.Cli.Commands.Configs;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Programs;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Turns the command line into what the engine works on.</summary>
internal static class OperationSetup
{
    /// <summary>Options of an operation that runs the program of this project.</summary>
    public static UpdateOptions ForProgram(CommandContext context, OperationOptions arguments)
    {
        var project = context.Workspace.RequireProject();
        var stack = context.Workspace.RequireStack(context.Get(arguments.Stack));
        if (stack.Project != project.Name)
        {
            throw CommandException.General($"the stack '{stack.FullName}' belongs to another project than '{project.Name}', which {project.Path} describes");
        }

        var config = context.Workspace.LoadConfig(stack, context.Get(arguments.ConfigFile));
        SetConfig(context, arguments, new ConfigSession(context.Workspace, project, stack, config));
        var secrets = context.Workspace.OpenSecrets(config);
        return Common(context, arguments, project, stack) with
        {
            Configuration = StackConfiguration.Resolve(project, stack.Name, config, secrets),
            Secrets = secrets,
            Program = context.Get(arguments.Client) is { Length: > 0 } address
                ? new RemoteProgram(address, project.Directory)
                : new DotnetProgram(context.Environment, project),
        };
    }

    /// <summary>Options of an operation that works on the state alone; it may run outside the stack's project.</summary>
    public static UpdateOptions ForState(CommandContext context, OperationOptions arguments)
    {
        var workspace = context.Workspace;
        var stack = workspace.RequireStack(context.Get(arguments.Stack));
        var isInside = workspace.Project?.Name == stack.Project;
        var project = isInside ? workspace.Project! : ProjectFile.Synthetic(stack.Project, context.Environment.WorkingDirectory);
        var config = workspace.LoadConfig(stack, context.Get(arguments.ConfigFile));
        SetConfig(context, arguments, new ConfigSession(workspace, project, stack, config));
        var secrets = isInside ? workspace.OpenSecrets(config) : null;
        return Common(context, arguments, project, stack) with
        {
            Configuration = secrets is null ? StackConfiguration.Empty : StackConfiguration.Resolve(project, stack.Name, config, secrets),
            Secrets = secrets,
        };
    }

    private static UpdateOptions Common(CommandContext context, OperationOptions arguments, ProjectFile project, StackReference stack)
    {
        var options = new UpdateOptions
        {
            Project = project,
            Stack = stack,
            Backend = context.Workspace.Backend,
            Passphrase = context.Workspace.Passphrase,
            Message = context.Get(arguments.Message) ?? string.Empty,
            HistoryEnvironment = context.Get(arguments.ExecKind) is { Length: > 0 } kind
                ? ImmutableSortedDictionary<string, string>.Empty.Add("exec.kind", kind)
                : ImmutableSortedDictionary<string, string>.Empty,
        };
        return Parallel(context, arguments) is { } parallel ? options with { Parallel = Math.Max(1, parallel) } : options;
    }

    private static int? Parallel(CommandContext context, OperationOptions arguments) =>
        context.Get(arguments.Parallel) ?? (context.Environment.Variable("PULUMI_PARALLEL") is { Length: > 0 } text
            ? int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var parallel)
                ? parallel
                : throw CommandException.Usage($"PULUMI_PARALLEL is not a number: '{text}'")
            : null);

    private static void SetConfig(CommandContext context, OperationOptions arguments, ConfigSession session)
    {
        var assignments = context.Get(arguments.Config) ?? [];
        foreach (var assignment in assignments)
        {
            var (key, value) = Assignment.Split(assignment);
            session.Set(key, value, isSecret: false, context.Get(arguments.ConfigPath));
        }

        if (assignments.Length > 0)
        {
            session.File.Save();
        }
    }
}
