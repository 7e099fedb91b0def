using System.Threading.Channels;
using Pulumi.Engine.Deployment;

namespace Pulumi.Engine.Monitor;

/// <summary>Where the program's requests wait for step generation, which takes them one at a time.</summary>
internal sealed class MonitorQueue
{
    private readonly Channel<object> _requests = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<object> Reader => _requests.Reader;

    /// <summary>Queues a registration; refuses it where the run takes no more.</summary>
    public Task<RegistrationOutcome> SubmitAsync(Registration registration)
    {
        if (!_requests.Writer.TryWrite(registration))
        {
            registration.Refuse("resource monitor shut down");
        }

        return registration.Outcome;
    }

    /// <summary>Says that the program registers nothing more.</summary>
    public void Close() => _requests.Writer.TryComplete();
}
