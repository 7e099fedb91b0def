namespace CloudUpdate.Emulator.Http;

/// <summary>Who sent a request.</summary>
/// <param name="Label">For the journal and the page, e.g. <c>access key EMULATORACCESSKEY</c>. Never a secret.</param>
/// <param name="DomainId">Huawei account; null elsewhere.</param>
/// <param name="ProjectId">Huawei project that the credential is limited to; null where it reaches all projects of the account.</param>
/// <param name="UserId">Huawei user; null elsewhere.</param>
internal sealed record Principal(string Label, string? DomainId = null, string? ProjectId = null, string? UserId = null)
{
    public static Principal Nobody { get; } = new("");
}
