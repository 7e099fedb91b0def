using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What the provider's own configuration means.</summary>
internal interface IConfiguration : IAsyncDisposable
{
    /// <summary>Everything wrong with a configuration; it goes back as it came.</summary>
    CheckResult Check(CheckCall call, INotices notices);

    /// <summary>Where two configurations differ; never a replacement.</summary>
    DiffResult Diff(DiffCall call);

    /// <summary>Puts a configuration in force; calls no cloud.</summary>
    /// <exception cref="ProviderException">It cannot be used; missing keys are listed, all of them.</exception>
    CloudsInForce Connect(ConfigureCall call);
}
