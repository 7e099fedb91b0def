namespace Pulumi;

/// <summary>An environment variable that is on with <c>1</c> or <c>true</c> in any case.</summary>
internal static class EnvironmentSwitch
{
    public static bool IsOn(string variable)
        => Environment.GetEnvironmentVariable(variable) is { } value
            && (value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
}
