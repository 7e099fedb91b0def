using System.Globalization;
using System.Text;

namespace CloudUpdate.CodeGen.Naming;

/// <summary>From names of the schema to C# identifiers.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    private static readonly HashSet<string> Contextual = new(StringComparer.Ordinal)
    {
        "add", "alias", "and", "args", "ascending", "async", "await", "by", "descending", "dynamic", "equals", "from", "get", "global",
        "group", "init", "into", "join", "let", "managed", "nameof", "nint", "not", "notnull", "nuint", "on", "or", "orderby", "partial",
        "record", "remove", "required", "scoped", "select", "set", "unmanaged", "value", "var", "when", "where", "with", "yield",
    };

    /// <summary>The name with its first character in upper case.</summary>
    public static string Up(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The name with its first character in lower case.</summary>
    public static string Down(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The name without hyphens, each character after one in upper case.</summary>
    public static string Unhyphenate(string name)
    {
        var parts = name.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(Up));
    }

    /// <summary>The namespace segments of a package or module name: parts between slashes, hyphens removed.</summary>
    public static string NamespaceOf(string name) =>
        string.Join('.', name.Split('/').Select(part => string.Concat(part.Split('-').Select(Up))));

    /// <summary>The last part of a token.</summary>
    public static string TokenName(string token) => token[(token.LastIndexOf(':') + 1)..];

    /// <summary>The class that a token names by default: its last part.</summary>
    public static string ClassOf(string token) => Up(TokenName(token));

    /// <summary>The parameter of an output class's constructor that receives a property.</summary>
    public static string ConstructorParameter(string name)
    {
        var bare = name.StartsWith('$') ? name[1..] : name;
        return Escape(Unhyphenate(bare));
    }

    /// <summary>The name, escaped if the language reserves it.</summary>
    public static string Escape(string name) => Reserved.Contains(name) ? "@" + name : name;

    /// <summary>The private field behind a property. It is nobody's concern outside, so any character it cannot have is replaced.</summary>
    public static string Field(string name) => "_" + Sanitize(name);

    /// <summary>Whether a text can stand as a name in code.</summary>
    public static bool IsValid(string name)
    {
        var bare = name.StartsWith('@') ? name[1..] : name;
        return bare.Length > 0 && CanStart(bare[0]) && bare.All(CanContinue) && (name.StartsWith('@') || !Reserved.Contains(name));
    }

    /// <summary>Whether a text can stand as a dotted namespace in code.</summary>
    public static bool IsValidNamespace(string name) => name.Split('.').All(IsValid);

    /// <summary>The member of an enum for a name or value, or null if none can be made of it.</summary>
    public static string? EnumMember(string text, string enumName)
    {
        var known = SingleCharacter(text);
        if (known is not null)
        {
            return known;
        }
        if (text.Length == 0 || (text.Length == 1 && !CanStart(text[0])))
        {
            return null;
        }

        var name = Sanitize(text.StartsWith('@') ? text[1..] : text);
        name = CanStart(name[0]) ? name : "_" + name;
        var at = text.StartsWith('@') || Reserved.Contains(name) || Contextual.Contains(name) ? "@" : "";
        name = at + Collapse(Up(name));
        name = name.StartsWith('_') ? enumName + name : name;
        return name == "Equals" ? "EqualsValue" : name;
    }

    private static string? SingleCharacter(string text) => text switch
    {
        "*" => "Asterisk",
        "0" => "Zero",
        "1" => "One",
        "2" => "Two",
        "3" => "Three",
        "4" => "Four",
        "5" => "Five",
        "6" => "Six",
        "7" => "Seven",
        "8" => "Eight",
        "9" => "Nine",
        _ => null,
    };

    private static string Sanitize(string text) => string.Concat(text.Select(character => CanContinue(character) ? character : '_'));

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text.Where(character => character != '_' || collapsed.Length == 0 || collapsed[^1] != '_'))
        {
            collapsed.Append(character);
        }
        return collapsed.ToString();
    }

    private static bool CanStart(char character) => character == '_' || char.IsLetter(character)
        || char.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    private static bool CanContinue(char character) => CanStart(character) || char.GetUnicodeCategory(character) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
