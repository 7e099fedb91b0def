using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.Plugins;

/// <summary>Reads parts that several answers share.</summary>
internal static class ProviderAnswers
{
    public static CheckOutcome ReadCheck(CheckResponse answer, WireValues values, PropertyMap sent) =>
        new(values.Receive(answer.Inputs, sent, sent.ContainsUnknowns, "check") ?? PropertyMap.Empty, Failures(answer.Failures));

    public static ImmutableArray<InputFailure> Failures(IEnumerable<CheckFailure> failures) =>
        [.. failures.Select(failure => new InputFailure(failure.Property, failure.Reason))];
}
