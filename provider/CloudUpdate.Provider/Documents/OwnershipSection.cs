using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Documents;

/// <summary>Who decides about an object, and what becomes of it: by a resource's definition.</summary>
internal static class OwnershipSection
{
    /// <summary>The section.</summary>
    public static MarkdownText Ownership(this MarkdownText text, ResourceDefinition definition) => text
        .Heading(2, "Ownership and onDelete")
        .Part("How the object comes in is decided when the resource is first checked, and shown by the output `ownership`.")
        .Table(["The program", "The object", "`ownership`"], Doors(definition))
        .Part("Who wins when program and cloud do not agree:")
        .Table(["Situation", "What is in force"], Situations(definition))
        .Part("What becomes of the object when its resource is deleted:")
        .Table(["`onDelete`", "An adopted object", "A created object"], Ends(definition))
        .Part("`onDelete` counts as it is in the state: to change it for a resource that goes, run an update with the new value first. "
            + "With Pulumi's options `retainOnDelete` and `deletedWith` the provider is not asked, so nothing is restored either.");

    private static IEnumerable<string[]> Doors(ResourceDefinition definition)
    {
        switch (definition.Identity.Door)
        {
            case AdoptionDoor.ById:
                yield return [$"gives `{definition.Identity.Own.Name}`", "must exist, and is adopted", "`Adopted`"];
                yield return [$"leaves `{definition.Identity.Own.Name}` out", "is created; one like it that exists already is an error or, where the cloud allows two, left alone", "`Created`"];
                break;
            case AdoptionDoor.ByFlag:
                yield return ["gives `adopt: true`", "must exist, and is adopted", "`Adopted`"];
                yield return ["leaves `adopt` out, or gives `false`", "is created; one of that name that exists already is an error", "`Created`"];
                break;
            default:
                yield return ["names it", "must exist, and is adopted: the API cannot create it", "`Adopted`"];
                break;
        }

        yield return ["imports it (`pulumi import`, `ImportId`)", "must exist", "`Adopted`"];
    }

    private static IEnumerable<string[]> Situations(ResourceDefinition definition)
    {
        yield return ["The program states a property.", "The program's value. Adoption and update write it where the cloud has another."];
        yield return ["The program leaves a property out.", "The cloud's value. It is read, never written."];
        yield return ["A property is removed from the program.", "The value that is in force stays; a message says so. To clear it, state the empty value."];
        yield return ["Somebody changes a stated property in the cloud.", "Theirs, until a refresh shows it and the next update writes the program's value again."];
        if (definition.Create is not null)
        {
            yield return ["A creation input that an adoption states differs from the object.", "Neither: preview and update fail and name the property."];
        }

        if (definition.Properties.Any(WriteOnlySecrets.Has))
        {
            yield return ["Somebody changes a secret in the cloud that it never gives back.", "Theirs, unseen, until `secretsVersion` changes or the object around the secret is sent again."];
        }

        yield return ["Two resources of one run mean the same object.", "Neither: the second fails and names both."];
    }

    private static IEnumerable<string[]> Ends(ResourceDefinition definition)
    {
        var none = definition.Create is null ? "(there is none)" : null;
        yield return ["`Retain`", "stays as it is, with a warning; the default", none ?? "stays as it is, with a warning"];
        yield return
        [
            "`Restore`",
            "gets back what this resource wrote, as it was before; what somebody else changed since then stays theirs, with a warning"
                + (definition.Properties.Any(WriteOnlySecrets.Has) ? "; secrets that the cloud never gave cannot be restored" : string.Empty),
            none ?? "refused: it was nothing before",
        ];
        yield return ["`Delete`", definition.Delete is null ? "refused: the API cannot delete it" : "is deleted", none ?? "is deleted; the default"];
    }
}
