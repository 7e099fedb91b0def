namespace Pulumi.Cli.Commands.Operations;

/// <summary>What an operation goes through.</summary>
/// <param name="Preview">Whether it is previewed.</param>
/// <param name="Execute">Whether it is carried out.</param>
/// <param name="Ask">Whether the user decides between the two.</param>
internal sealed record Phases(bool Preview, bool Execute, bool Ask);
