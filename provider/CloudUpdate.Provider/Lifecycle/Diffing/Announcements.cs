using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What the rest of a run should know if the object of a diff is replaced.</summary>
internal static class Announcements
{
    /// <summary>The announcement of a diff.</summary>
    public static Announcement Of(ResourceDefinition definition, DiffCall call, DiffResult result)
    {
        var inputs = call.OldInputs ?? call.Olds;
        var deleted = Settings.EffectiveOnDelete(inputs, OwnershipRules.Of(inputs, call.Olds)) is OnDelete.Delete;
        var location = Locations.Named(definition, call.Olds, null);
        return new Announcement(
            Identities.Of(definition, location, call.Olds),
            result.DeleteBeforeReplace,
            deleted ? definition.ReplacementWarning?.Invoke(call.Olds) : null);
    }
}
