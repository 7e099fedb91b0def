using System.Globalization;
using CloudUpdate.Pipeline.Plans;
using Pulumi.Automation;

namespace CloudUpdate.Pipeline.Policies;

/// <summary>Traffic moves in steps that people can watch.</summary>
/// <param name="maximum">Largest step, in points of a hundred.</param>
internal sealed class TrafficDialStep(double maximum) : IPolicyRule
{
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"A traffic dial moves by {maximum} points at the most.");

    // What is created has had no traffic yet, so there is none to move.
    public IEnumerable<string> Violations(PlannedResource resource) => resource is { Operation: OperationType.Create, Adopted: false } ? [] : resource.Properties
        .Where(property => property.Path == "trafficDialPercentage" && property.New is not null)
        .Select(property => (property, step: Math.Abs(Number(property.New) - Number(property.Old))))
        .Where(change => !(change.step <= maximum))
        .Select(change => string.Create(
            CultureInfo.InvariantCulture,
            $"would move trafficDialPercentage from {change.property.Old ?? "an unknown value"} to {change.property.New}"));

    // A value that is not known counts as not a number, so that the comparison above does not let it pass.
    private static double Number(object? value) => value switch
    {
        long whole => whole,
        double number => number,
        _ => double.NaN,
    };
}
