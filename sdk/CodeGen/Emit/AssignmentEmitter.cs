using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes assignments to properties.</summary>
internal static class AssignmentEmitter
{
    /// <summary>Writes assignments, each to a property of the given target (a prefix that ends with a dot, or nothing).</summary>
    public static void Emit(IReadOnlyList<Assignment> assignments, string target, CodeWriter writer)
    {
        foreach (var assignment in assignments)
        {
            var line = $"{target}{assignment.Property} = {assignment.Expression};";
            if (assignment.IsObsolete)
            {
                writer.Line("#pragma warning disable CS0612, CS0618").Line(line).Line("#pragma warning restore CS0612, CS0618");
            }
            else
            {
                writer.Line(line);
            }
        }
    }
}
