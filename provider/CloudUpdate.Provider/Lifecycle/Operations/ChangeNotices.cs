using System.Globalization;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Says in a preview which properties a write will change. Secrets are masked.</summary>
internal static class ChangeNotices
{
    /// <summary>One line for each property that an adoption will change, or one that says that there is none.</summary>
    public static void Adoption(OperationContext context, ObjectTarget target, WritePlan plan, PropertyMap inputs)
    {
        var subject = $"{context.Definition.Title} {target.Id}";
        if (plan.IsEmpty)
        {
            context.Notices.Info($"adopting {subject} changes nothing");
        }

        foreach (var change in plan.Changes)
        {
            context.Notices.Info($"adopting {subject} changes {Line(change, inputs)}");
        }
    }

    /// <summary>One line for each property that an update will change although the program did not: someone else changed it before.</summary>
    public static void Repair(OperationContext context, WritePlan plan, PropertyMap oldInputs, PropertyMap inputs)
    {
        foreach (var change in plan.Changes.Where(change => !change.IsHidden))
        {
            if (Values.Same.Value(change.Type, change.Path.Get(oldInputs), change.Path.Get(inputs)))
            {
                context.Notices.Info($"the cloud differs from the program: the update changes {Line(change, inputs)}");
            }
        }
    }

    /// <summary>A value for people, shortened.</summary>
    public static string Show(PropertyValue? value)
    {
        var text = value switch
        {
            null => "(none)",
            UnknownValue => "(known after apply)",
            NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
        return text.Length <= 200 ? text : text[..197] + "...";
    }

    private static string Line(LeafChange change, PropertyMap inputs)
    {
        var secret = change.IsHidden || Values.Marks.IsSecretAt(inputs, change.Path) || change.To.ContainsSecrets;
        return secret ? $"{change.Leaf}: [secret] => [secret]" : $"{change.Leaf}: {Show(change.From)} => {Show(change.To)}";
    }
}
