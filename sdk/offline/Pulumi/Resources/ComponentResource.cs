using System.Reflection;

namespace Pulumi;

/// <summary>A resource that groups others, its children.</summary>
public class ComponentResource : Resource
{
    /// <summary>Declares a component without inputs.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name.</param>
    /// <param name="options">The options.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Declares a component.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">The options.</param>
    /// <param name="remote">Whether a provider makes the children. Default: this program does.</param>
    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote)
    {
    }

    /// <summary>Registers all properties with <see cref="OutputAttribute"/> as the component's outputs.</summary>
    protected void RegisterOutputs()
        => RegisterOutputs((
            from property in GetType().GetProperties()
            where property.Name != nameof(Urn)
            let attribute = property.GetCustomAttribute<OutputAttribute>()
            where attribute is not null
            let name = string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name
            select KeyValuePair.Create(name, property.GetValue(this))).ToDictionary());

    /// <summary>Registers the component's outputs.</summary>
    /// <param name="outputs">The outputs by name: outputs, inputs or plain values.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Registers the component's outputs once a task has made them.</summary>
    /// <param name="outputs">The outputs by name.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Registers the component's outputs once they are known.</summary>
    /// <param name="outputs">The outputs by name.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        DeploymentSession.Current.Registrar.StartOutputs(this, outputs);
    }
}
