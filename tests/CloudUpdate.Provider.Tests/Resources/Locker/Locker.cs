using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// A resource of an API that exists nowhere: parcel lockers at sites. What it takes to add a resource is this one file, and it uses what a table
/// can say: kinds, objects, a set, a map, a secret that is never given back, states, a parent.
/// </summary>
internal static class Locker
{
    private const string Path = "/v1/sites/{site_id}/lockers";
    private const string OnePath = $"{Path}/{{locker_name}}";

    private static readonly ObjectType s_hours = new(
        "LockerHours",
        "When a locker can be opened.",
        [
            Property.Member("opens", Property.Integer, "First hour, 0 to 23."),
            Property.Member("closes", Property.Integer, "Last hour, 0 to 23."),
        ]);

    private static readonly ObjectType s_access = new(
        "LockerAccess",
        "Who opens a locker, and how.",
        [
            Property.Member("holder", Property.Text, "Name of the holder."),
            Property.Member("pin", Property.Text, "Code of the holder; never given back.") with { WriteOnly = true },
        ]);

    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:lockers:Locker",
        Title = "locker",
        Documentation = "A parcel locker.",
        Service = "eg",
        Timeout = TimeSpan.FromMinutes(2),
        Discriminator = "kind",
        Identity = new IdentityDefinition(
            AdoptionDoor.ByFlag,
            [
                Property.Identity("site_id", new TextType { MinLength = 1 }, "Id of the site.") with { Required = true },
                Property.Identity("locker_name", new TextType { MinLength = 1, MaxLength = 20 }, "Name of the locker.") with { Required = true },
            ])
        { IdMember = "locker_name" },
        Properties =
        [
            Property.Creation("kind", new TextType { Values = [new("Parcel", "Holds parcels."), new("Cold", "Is cooled.")] }, "What the locker is for.") with
            {
                Required = true, AlwaysPresent = true,
            },
            Property.Creation("floor", Property.Integer, "Floor on which the locker stands.") with { RequiredToCreate = true },
            Property.Managed("label", new TextType { MaxLength = 40 }, "Label of the locker; the empty text clears it.") with { AbsentMeans = Property.Empty },
            Property.Managed("doors", new IntegerType { Minimum = 0, Maximum = 64 }, "Number of doors.") with { Variants = ["Parcel"] },
            Property.Managed("celsius", new IntegerType { Minimum = -30, Maximum = 15 }, "Temperature.") with { Variants = ["Cold"] },
            Property.Managed("colours", Property.Set(new TextType { MinLength = 1 }), "Colours, in any order.") with
            {
                AbsentMeans = PropertyValue.Of(Enumerable.Empty<string>()),
            },
            Property.Managed("notes", Property.Map(Property.Text), "Notes by topic.") with { AbsentMeans = PropertyValue.Of(PropertyMap.Empty) },
            Property.Managed("hours", s_hours, "When the locker can be opened."),
            Property.Managed("access", s_access, "Who opens the locker."),
            Property.Managed("contract", Property.Text, "Number of the contract, a secret that is given back.") with { Secret = true },
            Property.Computed("state", Property.Text, "State of the locker.") with { Volatility = Volatility.ChangesOnWrite },
            Property.Computed("serial", Property.Text, "Serial number."),
        ],
        Read = new Operation("GetLocker", HttpMethod.Get, OnePath),
        Create = new Operation("CreateLocker", HttpMethod.Post, Path),
        Update = new Operation("UpdateLocker", HttpMethod.Patch, OnePath),
        Delete = new Operation("DeleteLocker", HttpMethod.Delete, OnePath) { BusyCodes = ["LOCKER.BUSY"] },
        States = new StateRules("state", ["READY"], ["BROKEN"]) { Leaving = ["LEAVING"], ReasonMember = "fault" },
        ParentKey = target => $"lockers/{target.Part("siteId")}",
        Collides = (old, @new) => old.Get("lockerName") == @new.Get("lockerName") && old.Get("siteId") == @new.Get("siteId"),
    };

    public static FunctionDefinition Lookup { get; } = Lookups.One(Table, "Looks up a locker.");
}
