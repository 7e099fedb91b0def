namespace Pulumi.Engine.Deployment;

/// <summary>Errors that stop an update at once, while a preview goes on to show the rest and fails in the end.</summary>
internal sealed class RunErrors(DeploymentContext context)
{
    /// <summary>Whether a preview met one.</summary>
    public bool Any { get; private set; }

    /// <exception cref="BailException">Always, but in previews.</exception>
    public void Refuse(string message, string urn)
    {
        if (!context.Preview)
        {
            throw new BailException(message, urn);
        }

        Any = true;
        context.Events.Error(message, urn);
    }
}
