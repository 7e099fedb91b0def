using System.Globalization;
using System.Text;

namespace CloudUpdate.Provider.Clouds;

/// <summary>A call to a cloud, or a wait for one, that did not end as asked. Carries no secret in any member.</summary>
internal sealed class CloudException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="error">What the error is about.</param>
    /// <param name="innerException">The cause below, free of secrets; null if the cloud answered.</param>
    public CloudException(CloudError error, Exception? innerException = null)
        : base(Describe(error), innerException)
    {
        Error = error;
    }

    /// <summary>Everything that is known about the error.</summary>
    public CloudError Error { get; }

    /// <summary>What kind of failure this is.</summary>
    public CloudErrorKind Kind => Error.Kind;

    /// <summary>The service called: <c>eg</c>, <c>ga</c>, <c>kms</c>, <c>css</c>, <c>iam</c> or <c>atlas</c>.</summary>
    public string Service => Error.Service;

    /// <summary>The operation called, for example <c>UpdateEndpointGroup</c>.</summary>
    public string Operation => Error.Operation;

    /// <summary>The HTTP status of the answer; null if there was none.</summary>
    public int? Status => Error.Status;

    /// <summary>The cloud's own error code, for example <c>EG.00513001</c>; null if it gave none.</summary>
    public string? Code => Error.Code;

    /// <summary>The cloud's own words, or a short excerpt of an answer that is not JSON; null if there are none.</summary>
    public string? CloudMessage => Error.CloudMessage;

    /// <summary>The request id that the cloud's support asks for; null if the answer carried none.</summary>
    public string? RequestId => Error.RequestId;

    /// <summary>True if the request may have changed something although no answer says so.</summary>
    public bool MayHaveTakenEffect => Error.MayHaveTakenEffect;

    private static string Describe(CloudError error)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{error.Service} {error.Operation}: {error.Kind.Phrase()}");
        if (error.Status is { } status)
        {
            text.Append(CultureInfo.InvariantCulture, $", status {status}");
        }

        if (error.Code is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", code {error.Code}");
        }

        if (error.RequestId is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", request id {error.RequestId}");
        }

        if (!string.IsNullOrWhiteSpace(error.CloudMessage))
        {
            text.Append(": ").Append(error.CloudMessage);
        }

        if (error.Attempts > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" (after {error.Attempts} attempts)");
        }

        if (error.MayHaveTakenEffect)
        {
            text.Append(" (the request may have taken effect)");
        }

        return text.ToString();
    }
}
