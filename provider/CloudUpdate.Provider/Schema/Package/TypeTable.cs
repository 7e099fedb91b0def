using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Schema.Package;

/// <summary>Collects the named types that properties refer to.</summary>
internal sealed class TypeTable
{
    private readonly SortedDictionary<string, (PropertyType Type, JObject Json)> _types = new(StringComparer.Ordinal);

    /// <summary>Adds an enumeration and returns its token.</summary>
    public string Add(EnumerationType type)
    {
        var values = type.Values.Select(value => new JObject(new JProperty("value", value.Value), new JProperty("description", value.Meaning)));
        return Add(Tokens.Of(type), type, () => new JObject(
            new JProperty("description", type.Description), new JProperty("type", "string"), new JProperty("enum", new JArray(values))));
    }

    /// <summary>Adds an object type, and what its members refer to, and returns its token.</summary>
    public string Add(string module, ObjectType type) => Add(Tokens.Of(module, type), type, () => PackageSchema.WithNames(
        new JObject(
            new JProperty("description", type.Description),
            new JProperty("type", "object"),
            new JProperty("properties", PropertySpecs.Map(type.Properties, module, this))),
        "required",
        PropertySpecs.Names(type.Properties.Where(member => member.Required))));

    /// <summary>The types by token.</summary>
    public JObject Write() => new(_types.Select(type => new JProperty(type.Key, type.Value.Json)));

    // Two types of one name would silently become one.
    private string Add(string token, PropertyType type, Func<JObject> write)
    {
        if (_types.TryGetValue(token, out var known))
        {
            return ReferenceEquals(known.Type, type) || JToken.DeepEquals(known.Json, write()) ? token
                : throw new InvalidOperationException($"Two different types are called {token}.");
        }

        _types[token] = (type, write());
        return token;
    }
}
