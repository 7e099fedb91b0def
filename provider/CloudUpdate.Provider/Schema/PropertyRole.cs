namespace CloudUpdate.Provider.Schema;

/// <summary>What a property is to its resource.</summary>
internal enum PropertyRole
{
    /// <summary>Part of the object's address: a path parameter. Another value is another object.</summary>
    Identity,

    /// <summary>The program may set it at any time; the update call sends it.</summary>
    Managed,

    /// <summary>The create call takes it, nothing changes it later.</summary>
    Creation,

    /// <summary>The cloud sets it.</summary>
    Computed,

    /// <summary>Region or project: where the object lives.</summary>
    Location,

    /// <summary>A wish to the provider itself; no cloud knows it.</summary>
    Setting,
}
