namespace CloudUpdate.Provider.Clouds;

/// <summary>
/// Lets writes to the children of one parent object (an Atlas workspace, a CSS cluster, an EventGrid cluster) go one at a time within this
/// process. Different parents do not wait for each other.
/// </summary>
internal interface IParentLocks
{
    /// <summary>Waits for the parent and takes it until the result is disposed.</summary>
    /// <param name="parentKey">What identifies the parent among all clouds, for example <c>css/{region}/{clusterId}</c>.</param>
    /// <param name="cancellationToken">Ends the wait; link the deadline of the operation into it.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the parent is not taken.</exception>
    Task<IDisposable> AcquireAsync(string parentKey, CancellationToken cancellationToken);
}
