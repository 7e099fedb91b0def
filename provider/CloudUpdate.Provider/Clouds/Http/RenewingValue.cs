using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>
/// A value of limited life, mostly a credential: fetched when it is first needed, shared by everybody, renewed before it expires, and renewed once when
/// the cloud refuses it.
/// However many ask, one fetch is under way at a time, and nobody's cancellation ends it for the others.
/// </summary>
/// <typeparam name="T">The value; its <c>ToString</c> must show no secret.</typeparam>
/// <param name="fetch">Fetches a new value.</param>
/// <param name="refusals">Remembers that fetching was denied.</param>
/// <param name="time">The clock of its life.</param>
/// <param name="logger">Where renewals are logged.</param>
/// <param name="lifetime">Ends fetches when the client goes.</param>
internal sealed class RenewingValue<T>(
    Func<CancellationToken, Task<Issued<T>>> fetch, RefusalMemory refusals, TimeProvider time, ILogger logger, CancellationToken lifetime)
    where T : class
{
    /// <summary>After a failed renewal, while the old value still holds.</summary>
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Issued<T>? _current;
    private Task<Outcome>? _fetching;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private bool _isReplacement;

    /// <summary>The value now in force, if one was fetched; for giving it back.</summary>
    public T? Current
    {
        get
        {
            lock (_gate)
            {
                return _current?.Value;
            }
        }
    }

    /// <summary>The value to use now.</summary>
    /// <param name="cancellationToken">Ends the wait, not the fetch.</param>
    /// <exception cref="CloudException">It cannot be had.</exception>
    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        refusals.ThrowIfRefused();
        var (valid, fetching) = Look();
        if (valid is not null)
        {
            return valid;
        }

        var outcome = await fetching!.WaitAsync(cancellationToken);
        return outcome.Issued?.Value ?? throw outcome.ToThrow();
    }

    /// <summary>The cloud accepted the value.</summary>
    /// <param name="value">The value that was used.</param>
    public void Accepted(T value)
    {
        lock (_gate)
        {
            _isReplacement &= !ReferenceEquals(_current?.Value, value);
        }
    }

    /// <summary>
    /// The cloud refused the value. It is dropped, unless it replaced a refused one and was never accepted: then another would not help.
    /// </summary>
    /// <param name="value">The value that was used.</param>
    /// <returns>Whether to try again with what <see cref="GetAsync"/> gives now.</returns>
    public bool Refused(T value)
    {
        lock (_gate)
        {
            if (_current is not null && !ReferenceEquals(_current.Value, value))
            {
                return true;
            }

            if (_current is null || _isReplacement)
            {
                return _current is null;
            }

            (_current, _isReplacement) = (null, true);
            return true;
        }
    }

    private (T? Valid, Task<Outcome>? Fetching) Look()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var valid = _current is { } current && now < current.Expiry ? current : null;
            if (valid is not null && (now < valid.RenewAt || now < _notBefore))
            {
                return (valid.Value, null);
            }

            // While the old one holds, it is renewed in the background: a slow log-in delays nobody.
            _fetching ??= FetchAsync();
            return (valid?.Value, _fetching);
        }
    }

    /// <summary>Never throws, so that a failure nobody waits for is no unobserved exception.</summary>
    private async Task<Outcome> FetchAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Outcome outcome;
        try
        {
            outcome = new Outcome(await fetch(lifetime), null);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait for the value must get it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            outcome = new Outcome(null, error);
        }

        Take(outcome);
        return outcome;
    }

    private void Take(Outcome outcome)
    {
        lock (_gate)
        {
            _fetching = null;
            if (outcome.Issued is { } issued)
            {
                _current = issued;
                CloudLog.Fetched(logger, issued.Value.ToString() ?? "", issued.Expiry);
                return;
            }

            _notBefore = time.GetUtcNow() + s_pauseAfterFailure;
            if (outcome.Error is CloudException error)
            {
                refusals.Note(error);
                if (_current is { } current && time.GetUtcNow() < current.Expiry)
                {
                    CloudLog.NotRenewed(logger, current.Value.ToString() ?? "", error.Kind);
                }
            }
        }
    }

    private sealed record Outcome(Issued<T>? Issued, Exception? Error)
    {
        public Exception ToThrow()
        {
            if (Error is CloudException error)
            {
                return new CloudException(error.Error, error);
            }

            ExceptionDispatchInfo.Throw(Error!);
            return Error!;
        }
    }
}
