using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CloudUpdate.TestKit.Api;

/// <summary>Writes the public surface of an assembly, one line for each type and member.</summary>
public static class ApiListing
{
    private const BindingFlags Declared
        = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines, those of members with their type in front.</summary>
    public static IEnumerable<string> Of(Assembly assembly)
        => assembly.GetExportedTypes().SelectMany(type => Members(type).Select(member => $"{Name(type)}: {member}").Prepend(Header(type)));

    private static string Header(Type type)
    {
        if (type.IsEnum)
        {
            return $"enum {Name(type)}";
        }

        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = (type.IsClass, type.IsAbstract, type.IsSealed) switch
        {
            (true, true, true) => "static ",
            (true, true, false) => "abstract ",
            (true, false, true) => "sealed ",
            _ => "",
        };
        var inherited = type.GetInterfaces()
            .Where(candidate => candidate.IsVisible && type.BaseType?.GetInterfaces().Contains(candidate) != true);
        var bases = new[] { type.BaseType }
            .Where(candidate => candidate is not null && candidate != typeof(object) && candidate != typeof(ValueType))
            .Concat(inherited).Select(candidate => ApiNames.Of(candidate!)).ToList();
        return $"{modifier}{kind} {Name(type)}{(bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}")}";
    }

    private static string Name(Type type) => ApiNames.Of(type);

    private static IEnumerable<string> Members(Type type)
        => type.IsEnum ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}") :
        [
            .. type.GetFields(Declared).Where(field => field.IsPublic).Select(Field),
            .. type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !constructor.IsStatic)
                .Where(constructor => !type.IsValueType || constructor.GetParameters().Length > 0)
                .Select(constructor => $"{Access(constructor)} {type.Name.Split('`')[0]}({Parameters(constructor)})"),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property),
            .. type.GetMethods(Declared).Where(IsVisible)
                .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)).Select(Method),
        ];

    private static string Field(FieldInfo field)
        => $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var accessors = string.Concat(
            property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "",
            property.SetMethod is { } setter && IsVisible(setter) ? (IsInit(setter) ? "init; " : "set; ") : "");
        var name = property.GetIndexParameters() is { Length: > 0 } ? $"this[{Parameters(property.GetAccessors()[0], 1)}]" : property.Name;
        var modifier = Modifier(property.GetAccessors(nonPublic: true)[0]);
        return $"{Attributes(property)}public {modifier}{ApiNames.Of(property)} {name} {{ {accessors}}}";
    }

    private static string Attributes(PropertyInfo property)
        => string.Concat(property.CustomAttributes
            .Select(attribute => (Type: attribute.AttributeType, Arguments: string.Join(", ", attribute.ConstructorArguments)))
            .Where(attribute => attribute.Type.FullName is "Pulumi.OutputAttribute" or "Pulumi.InputAttribute")
            .Select(attribute => $"[{attribute.Type.Name[..^nameof(Attribute).Length]}({attribute.Arguments})] "));

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiNames.Of))}>" : "";
        var constraints = string.Concat(method.GetGenericArguments().Select(Constraint));
        var result = ApiNames.Of(method.ReturnParameter);
        return $"{Access(method)} {Modifier(method)}{result} {method.Name}{generic}({Parameters(method)}){constraints}";
    }

    private static string Modifier(MethodInfo method)
        => method.IsStatic ? "static "
            : method is not { IsVirtual: true, IsFinal: false } || method.DeclaringType!.IsInterface ? ""
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : "virtual ";

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Constraint(Type parameter)
    {
        var required = parameter.GetGenericParameterConstraints().Select(ApiNames.Of).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            required.Add("new()");
        }

        return required.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", required)}";
    }

    private static string Parameters(MethodBase method, int? count = null)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return first + string.Join(", ", method.GetParameters().Take(count ?? int.MaxValue).Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var defaultValue = !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue is bool flag ? (flag ? " = true" : " = false")
            : parameter.ParameterType.IsValueType ? " = default"
            : " = null";
        return $"{modifier}{ApiNames.Of(parameter)} {parameter.Name}{defaultValue}";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : method.IsFamily ? "protected" : "protected internal";
}
