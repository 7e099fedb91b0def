using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Finds the paths of the properties that a resource is replaced for, through all nested structures.</summary>
internal sealed class ReplaceOnChangesPaths(DiagnosticBag diagnostics)
{
    /// <summary>The paths among outputs. A flagged property stands for all below it.</summary>
    public List<string> Of(IReadOnlyList<PropertySchema> outputs, SchemaPath owner)
    {
        var walk = new Walk();
        walk.Visit(outputs, "");
        foreach (var token in walk.Recursive.Where(_ => walk.Paths.Count > 0))
        {
            diagnostics.Warning(owner, $"replaceOnChanges is incomplete: found recursive object \"{token}\"");
        }
        return walk.Paths;
    }

    private sealed class Walk
    {
        private readonly HashSet<ObjectType> _open = [];

        public List<string> Paths { get; } = [];

        public HashSet<string> Recursive { get; } = new(StringComparer.Ordinal);

        public void Visit(IReadOnlyList<PropertySchema> properties, string prefix)
        {
            foreach (var property in properties)
            {
                if (property.ReplaceOnChanges)
                {
                    Paths.Add(prefix + property.Name);
                }
                else
                {
                    Descend(property.Type, prefix + property.Name);
                }
            }
        }

        private void Descend(SchemaType type, string path)
        {
            switch (type.Unwrapped)
            {
                case ArrayType array:
                    Descend(array.Element, path + "[*]");
                    break;
                case MapType map:
                    Descend(map.Element, path + ".*");
                    break;
                case ObjectType structure:
                    Enter(structure, path);
                    break;
            }
        }

        private void Enter(ObjectType structure, string path)
        {
            if (!_open.Add(structure))
            {
                Recursive.Add(structure.Token);
                return;
            }
            Visit(structure.Properties, path + ".");
            _open.Remove(structure);
        }
    }
}
