using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Emit;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models enums.</summary>
internal sealed class EnumModeler(ModelContext context)
{
    /// <summary>The declaration of an enum.</summary>
    public EnumDeclaration Model(EnumType type)
    {
        var name = Identifiers.ClassOf(type.Token);
        var primitive = context.Types.Render(type.Element, new TypeContext("", TypeContext.Inputs));
        var docs = MarkdownDocs.Comment(type.Description, $"The values of {XmlText.Code(name)} that the package knows.");
        return new EnumDeclaration(name, docs, primitive, [.. Members(type, name)]);
    }

    private IEnumerable<EnumMember> Members(EnumType type, string enumName)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in type.Values)
        {
            var member = EnumNames.Member(value, enumName);
            if (member is null)
            {
                context.Diagnostics.Error(value.Path, $"enum name '{EnumNames.Text(value)}' is not a valid identifier");
            }
            else if (!seen.Add(member))
            {
                context.Diagnostics.Error(value.Path, $"two members of the enum would be named {member}; give one of them a 'name'");
            }
            else
            {
                if (type.Element != PrimitiveType.Integer && (member == enumName || member is "ToString" or "GetHashCode"))
                {
                    context.Diagnostics.Warning(
                        value.Path, $"the code will not compile: {enumName} has another member called {member}; give this one a 'name'");
                }
                var literal = CSharpText.Literal(value.Value);
                yield return new EnumMember(
                    member, literal, MarkdownDocs.Comment(value.Description, $"The value {XmlText.Code(literal)}."), value.Deprecation);
            }
        }
    }
}
