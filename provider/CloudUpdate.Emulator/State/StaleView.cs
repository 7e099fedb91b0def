using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>A read that lags: the earlier data, shown until the clock reaches a time and a number of reads has been answered.</summary>
/// <param name="data">The earlier data; null where the object did not exist.</param>
/// <param name="until">When reads see the truth, if enough of them have been answered.</param>
/// <param name="reads">How many reads are still to see the earlier data.</param>
internal sealed class StaleView(JObject? data, DateTimeOffset until, int reads)
{
    public JObject? Data { get; } = data;

    public DateTimeOffset Until { get; } = until;

    public int ReadsLeft { get; set; } = reads;
}
