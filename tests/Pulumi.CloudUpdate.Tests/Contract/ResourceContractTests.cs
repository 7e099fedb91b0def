using System.Reflection;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests.Contract;

/// <summary>What holds for every resource and function of the package.</summary>
internal sealed class ResourceContractTests
{
    private static readonly TestOptions s_update = new() { IsPreview = false };

    private readonly CloudMocks _mocks = new();

    private static IEnumerable<Type> Resources
        => typeof(Provider).Assembly.GetExportedTypes().Where(typeof(CustomResource).IsAssignableFrom);

    private static IEnumerable<MethodInfo> Functions
        => typeof(Provider).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods().Where(method => method.Name == "Invoke" && method.GetParameters()[^1].HasDefaultValue));

    [TestCaseSource(nameof(Resources))]
    public async Task Resource_WithAllInputs_SendsEachUnderItsName(Type type)
    {
        var args = ArgsOf(type);

        await Deployment.TestAsync(_mocks, s_update, () => _ = Activator.CreateInstance(type, "r", SampleArgs.Create(args), null));

        Assert.That(_mocks.Resources.Single().Inputs.Keys, Is.EquivalentTo(SampleArgs.NamesOf(args)));
    }

    [TestCaseSource(nameof(Resources))]
    public async Task Resource_WithAllInputs_ReadsThemBackAsOutputs(Type type)
    {
        var resources = await Deployment.TestAsync(
            _mocks, s_update, () => _ = Activator.CreateInstance(type, "r", SampleArgs.Create(ArgsOf(type)), null));

        var inputs = SampleArgs.NamesOf(ArgsOf(type)).ToHashSet();
        var outputs = type.GetProperties()
            .Where(property => property.GetCustomAttribute<OutputAttribute>() is { Name: { } name } && inputs.Contains(name));
        using var scope = Assert.EnterMultipleScope();
        foreach (var property in outputs)
        {
            var value = await ValueOfAsync(property, resources.Single());
            Assert.That(value, Is.Not.Null, property.Name);
        }
    }

    [TestCaseSource(nameof(Functions))]
    public async Task Function_WithAllArguments_SendsEachUnderItsName(MethodInfo invoke)
    {
        var args = invoke.GetParameters()[0].ParameterType;

        await Deployment.TestAsync(_mocks, s_update, () => _ = invoke.Invoke(null, [SampleArgs.Create(args), null]));

        var call = _mocks.Calls.Single();
        Assert.That(call.Args.Keys, Is.EquivalentTo(SampleArgs.NamesOf(args)));
        Assert.That(call.Token, Does.StartWith("cloudupdate:").IgnoreCase);
    }

    private static Type ArgsOf(Type resource)
        => resource.GetConstructors().Single().GetParameters()[1].ParameterType;

    private static Task<object?> ValueOfAsync(PropertyInfo property, Resource resource)
        => (Task<object?>)typeof(ResourceContractTests).GetMethod(nameof(KnownValueOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.PropertyType.GenericTypeArguments).Invoke(null, [property.GetValue(resource)])!;

    private static async Task<object?> KnownValueOfAsync<T>(Output<T> output)
    {
        Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.True);
        return await OutputUtilities.GetValueAsync(output);
    }
}
