using Grpc.Core;

namespace Pulumi.Engine.Plugins;

/// <summary>A call to a provider that failed, without anything known to have been left half done.</summary>
internal sealed class ProviderException : Exception
{
    public ProviderException(string message, StatusCode code = StatusCode.FailedPrecondition, bool answered = true, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        Answered = answered;
    }

    public StatusCode Code { get; }

    /// <summary>False where the connection broke before an answer came: nobody knows what the call has done.</summary>
    public bool Answered { get; }

    /// <summary>Whether nothing is known of the object.</summary>
    public bool StatusUnknown => !Answered || Code is StatusCode.Internal or StatusCode.DataLoss or StatusCode.Unknown;
}
