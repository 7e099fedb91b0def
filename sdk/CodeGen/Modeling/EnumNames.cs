using System.Globalization;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Names of enum members.</summary>
internal static class EnumNames
{
    /// <summary>The C# member for a value, or null if no name can be made of it.</summary>
    public static string? Member(EnumValue value, string enumName) => Identifiers.EnumMember(Text(value), enumName);

    /// <summary>What the name is made of.</summary>
    public static string Text(EnumValue value) =>
        value.Name.Length > 0 ? value.Name : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;
}
