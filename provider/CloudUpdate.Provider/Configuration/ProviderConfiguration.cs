using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Configuration;

/// <summary>The provider's configuration: checked, compared, put in force.</summary>
/// <param name="connector">Puts it in force.</param>
internal sealed class ProviderConfiguration(CloudConnector connector) : IConfiguration
{
    /// <inheritdoc/>
    public CheckResult Check(CheckCall call, INotices notices) => ConfigCheck.Run(call, notices);

    /// <inheritdoc/>
    public DiffResult Diff(DiffCall call) => ConfigDiff.Run(call);

    /// <inheritdoc/>
    public CloudsInForce Connect(ConfigureCall call) => connector.Connect(ConfigValues.InForce(call));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connector.DisposeAsync();
}
