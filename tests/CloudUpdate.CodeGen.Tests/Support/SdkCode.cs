using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Finds declarations in generated code and shows them on one line, without comments.</summary>
internal sealed partial class SdkCode(IReadOnlyDictionary<string, byte[]> files)
{
    private readonly List<SyntaxNode> _roots =
        [.. files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(Encoding.UTF8.GetString(file.Value)).GetRoot())];

    /// <summary>The code generated from a schema that must be valid.</summary>
    public static SdkCode Of(string schema) => new(Generated.Files(schema));

    /// <summary>The full names of all types, in no order.</summary>
    public IEnumerable<string> TypeNames => Types.Select(type =>
        string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(ns => ns.Name.ToString())
            .Append(string.Join('.', type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Reverse().Select(outer => outer.Identifier.Text)))));

    private IEnumerable<BaseTypeDeclarationSyntax> Types => _roots.SelectMany(root => root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>());

    /// <summary>The heading of a type: attributes, modifiers, name and bases.</summary>
    public string Heading(string type)
    {
        var text = OneLine(Type(type));
        return text[..text.IndexOf('{', StringComparison.Ordinal)].TrimEnd();
    }

    /// <summary>The members of a type with a name: overloads are several; a constructor has the name of its type.</summary>
    public IReadOnlyList<string> Members(string type, string name) => [.. Nodes(type, name).Select(OneLine)];

    /// <summary>The only member of a type with a name.</summary>
    public string Member(string type, string name) => Members(type, name).Single();

    /// <summary>The type of the only property or field of a type with a name.</summary>
    public string TypeOf(string type, string name) => Nodes(type, name).Single() switch
    {
        PropertyDeclarationSyntax property => property.Type.ToString(),
        FieldDeclarationSyntax field => field.Declaration.Type.ToString(),
        var other => throw new InvalidOperationException($"{other.Kind()} has no type"),
    };

    /// <summary>The names of the properties of a type, in order.</summary>
    public IReadOnlyList<string> PropertyNames(string type) =>
        [.. ((TypeDeclarationSyntax)Type(type)).Members.OfType<PropertyDeclarationSyntax>().Select(property => property.Identifier.Text)];

    private BaseTypeDeclarationSyntax Type(string name) => Types.Single(type => type.Identifier.Text == name);

    private IEnumerable<MemberDeclarationSyntax> Nodes(string type, string name) => Type(type) switch
    {
        EnumDeclarationSyntax values => values.Members.Where(member => member.Identifier.Text == name),
        TypeDeclarationSyntax declaration => declaration.Members.Where(member => NamesOf(member).Contains(name)),
        _ => [],
    };

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        MethodDeclarationSyntax method => [method.Identifier.Text],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.Text],
        _ => [],
    };

    private static string OneLine(SyntaxNode node)
    {
        var bare = node.ReplaceTrivia(
            node.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.HasStructure || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)),
            (_, _) => SyntaxFactory.Space);
        return Blanks().Replace(bare.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
