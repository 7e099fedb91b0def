using System.Text;
using Google.Protobuf.Reflection;

namespace CloudUpdate.Protocol.Tests.Wire;

/// <summary>Writes what the protocol puts on the wire as text: one line per message, field, enum value and method, in order of their numbers.</summary>
internal static class WireListing
{
    public static string Of(IEnumerable<FileDescriptor> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append("file ").Append(file.Name).Append(" package ").Append(file.Package).Append('\n');
            AppendServices(text, file);
            AppendTypes(text, file.MessageTypes, file.EnumTypes);
        }

        return text.ToString();
    }

    /// <summary>Every file that the given ones import, and they themselves, once each and in the order of their names.</summary>
    public static IEnumerable<FileDescriptor> WithImports(params FileDescriptor[] roots)
    {
        var found = new SortedDictionary<string, FileDescriptor>(StringComparer.Ordinal);
        var rest = new Queue<FileDescriptor>(roots);
        while (rest.TryDequeue(out var file))
        {
            if (!file.Name.StartsWith("google/protobuf/", StringComparison.Ordinal) && found.TryAdd(file.Name, file))
            {
                foreach (var import in file.Dependencies)
                {
                    rest.Enqueue(import);
                }
            }
        }

        return found.Values;
    }

    private static void AppendServices(StringBuilder text, FileDescriptor file)
    {
        foreach (var service in file.Services)
        {
            text.Append("service ").Append(service.FullName).Append('\n');
            foreach (var method in service.Methods)
            {
                text.Append("  rpc ").Append(method.Name).Append('(').Append(method.IsClientStreaming ? "stream " : "").Append(method.InputType.FullName)
                    .Append(") -> ").Append(method.IsServerStreaming ? "stream " : "").Append(method.OutputType.FullName).Append('\n');
            }
        }
    }

    private static void AppendTypes(StringBuilder text, IEnumerable<MessageDescriptor> messages, IEnumerable<EnumDescriptor> enums)
    {
        foreach (var type in enums)
        {
            text.Append("enum ").Append(type.FullName).Append(':')
                .Append(string.Concat(type.Values.Select(value => $" {value.Name}={value.Number}"))).Append('\n');
        }

        foreach (var message in messages.Where(message => !message.IsMapEntry))
        {
            text.Append("message ").Append(message.FullName).Append('\n');
            foreach (var field in message.Fields.InFieldNumberOrder())
            {
                text.Append("  ").Append(field.FieldNumber).Append(' ').Append(field.Name).Append(": ").Append(Shape(field)).Append('\n');
            }

            AppendTypes(text, message.NestedTypes, message.EnumTypes);
        }
    }

    private static string Shape(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            var entry = field.MessageType;
            return $"map<{Kind(entry.FindFieldByNumber(1))},{Kind(entry.FindFieldByNumber(2))}>";
        }

        var group = field.RealContainingOneof is { } oneof ? $"oneof({oneof.Name}) " : field.HasPresence && IsOptional(field) ? "optional " : "";
        return $"{group}{(field.IsRepeated ? "repeated " : "")}{Kind(field)}";
    }

    private static bool IsOptional(FieldDescriptor field) => field.ContainingOneof is { IsSynthetic: true };

    private static string Kind(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };
}
