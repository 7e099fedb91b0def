using System.Text.RegularExpressions;
using Grpc.Core;

namespace Pulumi.Engine.Monitor;

/// <summary>Ranges of versions such as <c>&gt;=3.5.0 !3.7.7 || &lt;3.4.0</c>: alternatives of comparisons that must all hold.</summary>
internal static partial class VersionRange
{
    /// <exception cref="RpcException">The range is malformed.</exception>
    public static bool Contains(string range, string version)
    {
        var own = Version.Parse(version.TrimStart('v').Split('-', '+')[0]);
        return range.Split("||").Any(alternative => alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } comparisons
            && comparisons.All(comparison => Holds(own, comparison, range)));
    }

    private static bool Holds(Version own, string comparison, string range)
    {
        var match = Comparison.Match(comparison);
        if (!match.Success)
        {
            throw GoalReader.Refusal(StatusCode.InvalidArgument, $"could not parse version range \"{range}\": '{comparison}'");
        }

        var order = own.CompareTo(Version.Parse(match.Groups["version"].Value));
        return match.Groups["operator"].Value switch
        {
            ">" => order > 0,
            ">=" => order >= 0,
            "<" => order < 0,
            "<=" => order <= 0,
            "!" or "!=" => order != 0,
            _ => order == 0,
        };
    }

    [GeneratedRegex(@"\A(?<operator>>=|<=|!=|==|>|<|!|=)?v?(?<version>[0-9]+\.[0-9]+\.[0-9]+)\z")]
    private static partial Regex Comparison { get; }
}
