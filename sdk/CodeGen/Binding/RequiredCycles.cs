using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>A structure that requires itself, directly or through others, can never be written down.</summary>
internal sealed class RequiredCycles(BindingContext context)
{
    private readonly List<ObjectType> _path = [];
    private readonly HashSet<ObjectType> _done = [];

    /// <summary>Reports each cycle of required properties once.</summary>
    public void Check()
    {
        foreach (var token in context.Objects.Keys.Order(StringComparer.Ordinal))
        {
            Visit(context.Objects[token].Plain);
        }
    }

    private void Visit(ObjectType type)
    {
        var start = _path.IndexOf(type);
        if (start >= 0)
        {
            var tokens = _path.Skip(start).Append(type).Select(item => item.Token);
            context.Diagnostics.Error(
                type.Path, $"object type has unsatisfiable required-property cycle: {string.Join(" -> ", tokens)}");
        }
        else if (!_done.Contains(type))
        {
            _path.Add(type);
            var required = type.Properties.Select(property => property.Type).OfType<ObjectType>();
            foreach (var next in required.OrderBy(next => next.Token, StringComparer.Ordinal))
            {
                Visit(next);
            }
            _path.RemoveAt(_path.Count - 1);
            _done.Add(type);
        }
    }
}
