namespace Pulumi.Engine;

/// <summary>Who runs an operation, as recorded in the lock file.</summary>
/// <param name="ProcessId">Id of the process.</param>
/// <param name="UserName">Login name.</param>
/// <param name="HostName">Name of the machine.</param>
public sealed record LockOwner(int ProcessId, string UserName, string HostName);
