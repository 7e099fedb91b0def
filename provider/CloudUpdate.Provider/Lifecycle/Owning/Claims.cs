using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Claims objects for a resource, and says who has them where that fails.</summary>
internal static class Claims
{
    /// <summary>Claims the object with these parts.</summary>
    /// <param name="context">The operation.</param>
    /// <param name="location">Where the object is.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="takesOver">Whether it is created or adopted now.</param>
    /// <exception cref="ProviderException">Another resource of this run has it.</exception>
    public static void Take(OperationContext context, EffectiveLocation location, PropertyMap parts, bool takesOver)
    {
        var identities = Identities.Of(context.Definition, location, parts);
        if (context.Memory.TryClaim(identities, context.Urn, takesOver ? context.Entry : null) is { } other)
        {
            throw new ProviderException(
                ProviderErrorCode.Conflict,
                $"The {context.Definition.Title} {context.Ids.Format(parts)} is managed by two resources, {other} and {context.Urn}; remove one of them.");
        }
    }
}
