using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>Inputs that every resource has, or many: where the object lives, whether it is adopted, what becomes of it.</summary>
internal static class Settings
{
    /// <summary>Input that adopts an object which the user names.</summary>
    public const string Adopt = "adopt";

    /// <summary>Input that says what becomes of the object.</summary>
    public const string OnDeleteInput = "onDelete";

    /// <summary>Input whose change sends write-only secrets again.</summary>
    public const string SecretsVersion = "secretsVersion";

    /// <summary>Input and output: the region.</summary>
    public const string Region = "region";

    /// <summary>Input and output: the project.</summary>
    public const string ProjectId = "projectId";

    /// <summary>Output that shows how the object is managed.</summary>
    public const string OwnershipName = "ownership";

    private static readonly EnumerationType s_onDelete = new(
        "OnDelete",
        "What becomes of the cloud's object when its resource is deleted.",
        [
            new(nameof(OnDelete.Retain), "The object stays as it is; a warning says so. Default for an adopted object."),
            new(nameof(OnDelete.Restore), "What was written to the object is put back to what it was at adoption. For adopted objects."),
            new(nameof(OnDelete.Delete), "The object is deleted. Default for a created object."),
        ]);

    private static readonly EnumerationType s_ownership = new(
        "Ownership",
        "How the cloud's object came under management.",
        [
            new(nameof(Ownership.Adopted), "The object existed before."),
            new(nameof(Ownership.Created), "The object was created by its resource."),
        ]);

    /// <summary>The output that shows how the object is managed.</summary>
    public static PropertyDefinition OwnershipOutput { get; } =
        Property.Computed(OwnershipName, s_ownership, "How the object came under management: `Adopted` or `Created`. Decided when the resource is first checked; it never changes.") with
        {
            AlwaysPresent = true,
        };

    private static readonly ImmutableArray<PropertyDefinition> s_location =
    [
        new(Region, PropertyRole.Location, new TextType { MinLength = 1 },
            "Region of the object. Default: the provider's `huaweiRegion`.")
        { Usage = "Another region is another object.", AlwaysPresent = true },
        new("project_id", PropertyRole.Location, new TextType { MinLength = 1 },
            "Project of the object within its region. Default: the provider's `huaweiProjectId`, otherwise the region's own project.")
        { Usage = "Another project is another object.", AlwaysPresent = true },
    ];

    private static readonly PropertyDefinition s_adopt = new(
        Adopt, PropertyRole.Setting, Property.Boolean,
        "Whether the object exists already and is to be adopted. Default: `false`, which creates it. Counts only when the resource is first checked.");

    private static readonly PropertyDefinition s_secretsVersion = new(
        "secretsVersion", PropertyRole.Setting, Property.Text,
        "Any text. Changing it sends again the secrets that the cloud never gives back, for example after someone changed them there.");

    /// <summary>Region and project, for a regional resource.</summary>
    public static ImmutableArray<PropertyDefinition> Location(ResourceDefinition definition) => definition.IsRegional ? s_location : [];

    /// <summary>The wishes to the provider that this resource knows.</summary>
    public static IEnumerable<PropertyDefinition> Of(ResourceDefinition definition)
    {
        if (definition.Identity.Door is AdoptionDoor.ByFlag)
        {
            yield return s_adopt;
        }

        yield return new(OnDeleteInput, PropertyRole.Setting, s_onDelete, OnDeleteWords(definition));
        if (definition.Properties.Any(WriteOnlySecrets.Has))
        {
            yield return s_secretsVersion;
        }
    }

    /// <summary>The mode in force: what the inputs say, otherwise the default of the ownership.</summary>
    public static OnDelete EffectiveOnDelete(PropertyMap inputs, Ownership ownership) =>
        inputs.Get(OnDeleteInput)?.Unwrapped is StringValue text && Enum.TryParse<OnDelete>(text.Value, out var mode) ? mode
            : ownership is Ownership.Created ? OnDelete.Delete : OnDelete.Retain;

    private static string OnDeleteWords(ResourceDefinition definition) =>
        "What becomes of the object when the resource is deleted: `Retain` leaves it as it is, `Restore` puts back what was written to it, "
        + (definition.Delete is null
            ? "and `Delete` is refused, since the API cannot delete it. Default: `Retain`."
            : "`Delete` deletes it. Default: `Retain` when adopted, `Delete` when created.");
}
