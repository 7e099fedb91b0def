namespace CloudUpdate.Provider.Clouds;

/// <summary>What reading the cloud says about a write whose answer was lost.</summary>
internal sealed record ReadBack
{
    private ReadBack(ReadBackVerdict verdict, CloudResponse? response)
    {
        Verdict = verdict;
        Response = response;
    }

    /// <summary>What is known now.</summary>
    public ReadBackVerdict Verdict { get; }

    /// <summary>The answer that stands for the lost one; set only if the write took effect.</summary>
    public CloudResponse? Response { get; }

    /// <summary>
    /// The write did not take effect. The client asks again for a short while, since reads may lag writes, and then sends the write again.
    /// </summary>
    public static ReadBack NotTaken { get; } = new(ReadBackVerdict.NotTaken, null);

    /// <summary>It cannot be told whether the write took effect: the client gives up, and its error says so.</summary>
    public static ReadBack Unclear { get; } = new(ReadBackVerdict.Unclear, null);

    /// <summary>The write took effect; the call ends with this answer.</summary>
    /// <param name="response">The answer that stands for the lost one, usually that of the read.</param>
    public static ReadBack Taken(CloudResponse response) => new(ReadBackVerdict.Taken, response);
}
