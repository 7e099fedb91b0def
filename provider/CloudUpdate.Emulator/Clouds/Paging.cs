using System.Globalization;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    /// <summary>A whole number from the query within limits; false where it is something else.</summary>
    public static bool TryNumber(ReceivedRequest request, string name, int missing, int least, int most, out int value)
    {
        value = missing;
        return request.QueryValue(name) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);
    }

    /// <summary>The page after (or, reversed, before) a marker, and the marker for the next page, empty where this is the last.</summary>
    public static (IReadOnlyList<StoredObject> Page, string Next) ByMarker(
        IReadOnlyList<StoredObject> all, Func<StoredObject, string> marker, string? after, int limit, bool reverse = false)
    {
        var ordered = reverse ? all.Reverse().ToList() : all;
        var start = string.IsNullOrEmpty(after) ? 0 : ordered.TakeWhile(item => marker(item) != after).Count() + 1;
        var page = ordered.Skip(start).Take(limit).ToList();
        var next = start + page.Count < ordered.Count && page.Count > 0 ? marker(page[^1]) : "";
        if (reverse)
        {
            page.Reverse();
        }

        return (page, next);
    }
}
