using System.Reflection;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Behaviour;

/// <summary>The compiled SDK, looked at through reflection, as the Pulumi runtime does.</summary>
internal sealed class AssemblyTests
{
    private static readonly string Schema = Schemas.Resource(
        """
        "inputProperties": {
          "size": { "type": "integer", "default": 7 }, "tags": { "type": "array", "items": { "type": "string" } }, "password": { "type": "string", "secret": true }
        },
        "requiredInputs": ["size", "tags"],
        "properties": { "size": { "type": "integer" }, "part": { "$ref": "#/types/acme:index:Part" } }
        """,
        Schemas.Types($"{Schemas.Part()}, {Schemas.Color}"));

    [Test]
    public void Resource_Attribute_TokenAndEmbeddedVersion()
    {
        var attribute = Type("Thing").GetCustomAttribute<Pulumi.ResourceTypeAttribute>()!;

        Assert.That((attribute.Type, attribute.Version), Is.EqualTo(("acme:index:Thing", "1.2.3")));
    }

    [Test]
    public void Arguments_Attributes_OnWhatHoldsTheValue() => Assert.That(
        Type("ThingArgs").GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(member => member.CustomAttributes.Where(data => data.AttributeType.Name == "InputAttribute")
                .Select(data => $"{member.Name}: {string.Join(' ', data.ConstructorArguments.Select(argument => argument.Value))}")),
        Is.EquivalentTo(new[] { "Size: size True False", "_tags: tags True False", "_password: password False False" }));

    [Test]
    public void Outputs_Attributes_WireNames() => Assert.That(
        Type("Thing").GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(property => $"{property.Name}: {property.GetCustomAttribute<Pulumi.OutputAttribute>()?.Name}"),
        Is.EquivalentTo(new[] { "Size: size", "Part: part" }));

    [Test]
    public void OutputType_Constructor_PrivateAndMarked()
    {
        var type = Type("Outputs.Part");

        Assert.That(type.GetCustomAttribute<Pulumi.OutputTypeAttribute>(), Is.Not.Null);
        Assert.That(type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single().GetCustomAttribute<Pulumi.OutputConstructorAttribute>(), Is.Not.Null);
        Assert.That(type.GetConstructors(), Is.Empty);
    }

    [Test]
    public void Enum_Type_MarkedAndEqualByValue()
    {
        var type = Type("Color");
        var red = type.GetProperty("Red")!.GetValue(null)!;

        Assert.That(type.GetCustomAttribute<Pulumi.EnumTypeAttribute>(), Is.Not.Null);
        Assert.That(red.ToString(), Is.EqualTo("red"));
        Assert.That(red, Is.EqualTo(type.GetProperty("Red")!.GetValue(null)).And.Not.EqualTo(type.GetProperty("Green")!.GetValue(null)));
        Assert.That(Activator.CreateInstance(type)!.GetHashCode(), Is.Zero, "the default value has no text");
    }

    [Test]
    public async Task Arguments_Default_ThereAfterConstruction()
    {
        var args = Activator.CreateInstance(Type("ThingArgs"))!;
        var size = (Pulumi.Input<int>)args.GetType().GetProperty("Size")!.GetValue(args)!;

        Assert.That(await Pulumi.Utilities.OutputUtilities.GetValueAsync(Pulumi.InputExtensions.ToOutput(size)), Is.EqualTo(7));
    }

    [TestCase("GetEnvBoolean", "true", true)]
    [TestCase("GetEnvBoolean", "T", true)]
    [TestCase("GetEnvBoolean", "0", false)]
    [TestCase("GetEnvBoolean", "False", false)]
    [TestCase("GetEnvBoolean", "yes", null)]
    [TestCase("GetEnvInt32", "12", 12)]
    [TestCase("GetEnvInt32", "1.5", null)]
    [TestCase("GetEnvDouble", "2", 2.0)]
    [TestCase("GetEnvDouble", "", null)]
    [TestCase("GetEnv", "", "", Description = "An empty value counts.")]
    public void Utilities_Environment_FirstVariableThatIsSet(string method, string value, object? expected)
    {
        var name = $"ACME_{method}_{Math.Abs(value.GetHashCode(StringComparison.Ordinal))}";
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            var result = Type("Utilities").GetMethod(method)!.Invoke(null, [new[] { "ACME_NOT_SET", name }]);
            Assert.That(result, Is.EqualTo(expected));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static Type Type(string name) => SdkProgram.Load(Schema).GetType($"Pulumi.Acme.{name}")!;
}
