using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What the rest of a run should know of a replacement that a diff announced.</summary>
internal static class Announcements
{
    /// <summary>The announcement of a diff that replaces.</summary>
    public static Announcement Of(ResourceDefinition definition, DiffCall call, DiffResult result)
    {
        var inputs = call.OldInputs ?? call.Olds;
        var deleted = Settings.EffectiveOnDelete(inputs, OwnershipRules.Of(inputs, call.Olds)) is OnDelete.Delete;
        var location = Locations.Named(definition, call.Olds, null);
        return new Announcement(
            Identities.Of(definition, location, call.Olds),
            result.DeleteBeforeReplace && deleted,
            deleted ? definition.ReplacementWarning?.Invoke(call.Olds) : null);
    }
}
