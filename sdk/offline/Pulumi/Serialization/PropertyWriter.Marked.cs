using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Values of types that are known by an attribute: enumerations and output types.</summary>
internal sealed partial class PropertyWriter
{
    private async Task<Value?> WriteMarkedAsync(string path, object value)
    {
        var type = value.GetType();
        if (value is System.Enum && System.Enum.GetUnderlyingType(type) == typeof(int))
        {
            return Value.ForNumber((int)value);
        }

        if (MarkedTypes.IsEnumStruct(type))
        {
            return await WriteAsync(path, ToUnderlying(path, type, value)).ConfigureAwait(false);
        }

        return type.IsDefined(typeof(OutputTypeAttribute), inherit: true)
            ? await WriteFieldsAsync(path, type, value).ConfigureAwait(false)
            : throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}");
    }

    private static object? ToUnderlying(string path, System.Type type, object value)
        => MarkedTypes.FindConversion(type) is { } conversion
            ? conversion.Invoke(null, [value])
            : throw new InvalidOperationException(
                $"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{path}");

    // Output types carry their properties in readonly fields, named like the property but for the first letter.
    private async Task<Value> WriteFieldsAsync(string path, System.Type type, object value)
    {
        var written = new Struct();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (field.IsInitOnly)
            {
                var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
                var member = await WriteAsync($"{path}.{name}", field.GetValue(value)).ConfigureAwait(false);
                written.Fields[name] = member ?? Value.ForNull();
            }
        }

        return Value.ForStruct(written);
    }
}
