using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Http;

namespace CloudUpdate.Emulator.Control;

/// <summary>A fault in force with its counters. Callers hold the state's lock.</summary>
internal sealed class ActiveFault(int id, Fault fault, DateTimeOffset added)
{
    private readonly Regex? _path = Glob(fault.Path);
    private readonly Regex? _operation = Glob(fault.Operation);

    public int Id { get; } = id;

    public Fault Fault { get; } = fault;

    /// <summary>Number of fitting requests so far.</summary>
    public int Seen { get; private set; }

    /// <summary>Number of requests hit so far.</summary>
    public int Hits { get; private set; }

    public bool IsSpent(DateTimeOffset now) => Hits >= Fault.Times || now - added >= Fault.Lasts;

    public bool Fits(ReceivedRequest request, Route? route) =>
        (Fault.Method is null || string.Equals(Fault.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && _path?.IsMatch(Uri.UnescapeDataString(request.RawPath)) != false
        && _operation?.IsMatch(route?.Operation ?? "") != false;

    /// <summary>Counts a fitting request; true where it is hit.</summary>
    public bool Count(DateTimeOffset now)
    {
        if (IsSpent(now))
        {
            return false;
        }

        Seen++;
        var counted = Seen - Fault.Skip;
        if (counted <= 0 || counted % Fault.Every != 0)
        {
            return false;
        }

        Hits++;
        return true;
    }

    private static Regex? Glob(string? pattern) => pattern is null
        ? null
        : new Regex($@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.Singleline);
}
