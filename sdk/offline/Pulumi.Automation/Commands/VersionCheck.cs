using System.Globalization;

namespace Pulumi.Automation.Commands;

/// <summary>Whether a command is new enough, and not too new, for this package.</summary>
internal static class VersionCheck
{
    /// <summary>Environment variable whose presence skips the check.</summary>
    public const string SkipVariable = "PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK";

    private static readonly Version Minimum = new(3, 1, 0);

    /// <summary>Checks what <c>pulumi version</c> printed and returns it without its <c>v</c>.</summary>
    /// <exception cref="InvalidOperationException">The version cannot be read, is too old, or of another major.</exception>
    public static string Require(string printed, bool skip)
    {
        var text = printed.Trim().TrimStart('v');
        if (skip)
        {
            return text;
        }

        if (!TryParse(text, out var version))
        {
            throw new InvalidOperationException("Failed to get Pulumi version. This is probably a pulumi error. You can override by version check by setting "
                + $"{SkipVariable}=true.");
        }

        if (version.Major != Minimum.Major && version > Minimum)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Major version mismatch. You are using Pulumi CLI version {text} with Automation SDK v{Minimum.Major}. Please update the SDK."));
        }

        return version >= Minimum ? text : throw new InvalidOperationException(
            $"Minimum version requirement failed. The minimum CLI version requirement is {Minimum}, your current CLI version is {text}. Please update the Pulumi CLI.");
    }

    private static bool TryParse(string text, out Version version)
    {
        var core = text.Split('-', '+')[0];
        var parsed = Version.TryParse(core, out var result) && result.Build >= 0;
        version = result ?? new Version();
        return parsed;
    }
}
