using System.Globalization;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Lists objects by the table alone, page by page.</summary>
/// <param name="definition">The table.</param>
internal sealed class RestLister(ResourceDefinition definition)
{
    private readonly RestCalls _calls = new(definition);

    /// <summary>Every object that the query finds.</summary>
    /// <param name="location">Where to look.</param>
    /// <param name="query">The call's own query.</param>
    /// <param name="scope">The operation.</param>
    /// <param name="parents">Path parameters above the objects; null for none.</param>
    public async IAsyncEnumerable<LiveObject> ListAsync(
        EffectiveLocation location, IReadOnlyList<KeyValuePair<string, string>> query, CallScope scope, PropertyMap? parents = null)
    {
        var list = definition.List ?? throw new InvalidOperationException($"{definition.Token} has no list.");
        var parent = new ObjectTarget(string.Empty, location, parents ?? PropertyMap.Empty);
        var page = new Page(list);
        while (page.HasNext)
        {
            var request = _calls.Request(list, parent, scope) with { Query = [.. query, .. page.Query] };
            var answer = await scope.Client.SendAsync(request, scope.Cancellation);
            foreach (var item in page.Items(answer))
            {
                var id = item[definition.Identity.IdMember]?.ToString() ?? string.Empty;
                yield return _calls.Live(item, parent with { Parts = parent.Parts.With(definition.Identity.Own.Name, PropertyValue.Of(id)) });
            }
        }
    }

    private sealed class Page(ListOperation list)
    {
        private int _seen;
        private int _number = 1;
        private string? _marker = string.Empty;

        public bool HasNext { get; private set; } = true;

        public IEnumerable<KeyValuePair<string, string>> Query => list.Paging switch
        {
            Paging.Offset => [Pair("limit", list.PageSize), Pair("offset", _seen)],
            Paging.Number => [Pair("itemsPerPage", list.PageSize), Pair("pageNum", _number)],
            _ when string.IsNullOrEmpty(_marker) => [Pair("limit", list.PageSize)],
            _ => [Pair("limit", list.PageSize), new("marker", _marker)],
        };

        public List<JObject> Items(CloudResponse answer)
        {
            var items = (answer.Body?[list.Items] as JArray)?.OfType<JObject>().ToList() ?? [];
            _seen += items.Count;
            _number++;
            HasNext = list.Paging switch
            {
                Paging.Offset => items.Count == list.PageSize,
                Paging.Number => items.Count > 0 && _seen < (int?)answer.Body?["totalCount"],
                _ => items.Count > 0 && MovesOn((string?)answer.Body?["page_info"]?["next_marker"]),
            };
            return items;
        }

        // A marker that does not move would never end.
        private bool MovesOn(string? marker)
        {
            var moves = !string.IsNullOrEmpty(marker) && marker != _marker;
            _marker = marker;
            return moves;
        }

        private static KeyValuePair<string, string> Pair(string key, int value) => new(key, value.ToString(CultureInfo.InvariantCulture));
    }
}
