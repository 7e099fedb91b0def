namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>Whom a token or temporary access key speaks for.</summary>
/// <param name="Method">How it proved itself: password, assume_role, mapped or token.</param>
/// <param name="UserId">User.</param>
/// <param name="UserName">User's name.</param>
/// <param name="DomainId">Account whose resources it reaches.</param>
internal sealed record IamSubject(string Method, string UserId, string UserName, string DomainId);
