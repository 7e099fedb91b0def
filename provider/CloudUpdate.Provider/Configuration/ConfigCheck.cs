using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Configuration;

/// <summary>
/// CheckConfig: everything wrong with what the configuration itself says, at once. It reads neither environment nor files: what it returns
/// is stored, and would outlive them.
/// </summary>
internal static class ConfigCheck
{
    /// <summary>Runs the call. The values go back in the form in which they came.</summary>
    public static CheckResult Run(CheckCall call, INotices notices)
    {
        var real = ConfigValues.Real(call.News);
        var failures = ValueCheck.Members(ConfigTable.Properties, real, PropertyPath.Root, hide: false).Select(Failure).ToList();
        if (failures.Count == 0)
        {
            failures.AddRange(Unusable(real, notices));
        }

        return new CheckResult(call.News.Select(Marked), [.. failures]);
    }

    private static IEnumerable<CheckFailure> Unusable(PropertyMap real, INotices notices)
    {
        var known = real.Where((_, value) => !value.ContainsUnknowns);
        var resolution = CloudSettings.Resolve(ConfigTexts.Of(known), NoEnvironment.Instance, NoFiles.Instance);
        foreach (var warning in resolution.Warnings)
        {
            notices.Warn($"cloudupdate:{warning.Key}: {warning.Message}");
        }

        return resolution.Problems.Where(problem => IsOwn(problem, known)).Select(problem => Failure(
            new Finding(PropertyPath.Parse(problem.Key), $"{problem.Key}: {problem.Message}")));
    }

    // What is missing may stand in the environment, and a file is looked for when it is needed.
    private static bool IsOwn(SettingsProblem problem, PropertyMap known) =>
        known.ContainsKey(problem.Key.Split('.')[0]) && problem.Key is not (SettingKeys.Profile or SettingKeys.SharedConfigFile);

    private static CheckFailure Failure(Finding finding)
    {
        var top = finding.Path.TopLevelKey ?? string.Empty;
        return new CheckFailure(ConfigTable.Find(top) is { IsSecret: true } ? string.Empty : top, finding.Reason);
    }

    private static PropertyValue Marked(string key, PropertyValue value) =>
        ConfigTable.Find(key) is { IsSecret: true } && !value.IsNull ? PropertyValue.Secret(value) : value;
}
