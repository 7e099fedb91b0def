namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>An agency to assume.</summary>
/// <param name="Name">The agency's name.</param>
/// <param name="DomainName">The name of the account that delegates; null if the id is given.</param>
/// <param name="DomainId">The id of the account that delegates; null if the name is given.</param>
internal sealed record HuaweiAgency(string Name, string? DomainName, string? DomainId);
