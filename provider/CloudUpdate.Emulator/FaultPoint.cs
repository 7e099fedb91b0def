namespace CloudUpdate.Emulator;

/// <summary>On which side of a request's effect a fault strikes.</summary>
public enum FaultPoint
{
    /// <summary>Nothing was changed when the fault strikes.</summary>
    BeforeEffect,

    /// <summary>The request took effect, only its answer suffers.</summary>
    AfterEffect,
}
