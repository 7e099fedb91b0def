namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Declares a resource.</summary>
    /// <param name="type">The type token, such as <c>pkg:module:Name</c>.</param>
    /// <param name="name">The name, unique among the resources of this type in the stack.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">The options.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    private protected CustomResource(string type, string name)
        : base(type, name)
    {
    }

    /// <summary>The id that the provider gave. In a preview it may be unknown.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}
