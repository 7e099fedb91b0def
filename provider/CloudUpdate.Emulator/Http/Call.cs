using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Http;

/// <summary>One request on its way through one operation.</summary>
internal sealed class Call(ReceivedRequest request, IReadOnlyDictionary<string, string> parameters, Principal principal, EmulatorState state)
{
    public ReceivedRequest Request { get; } = request;

    public Principal Principal { get; } = principal;

    public EmulatorState State { get; } = state;

    public ObjectStore Objects => State.Objects;

    public EmulatorSettings Settings => State.Settings;

    /// <summary>The emulator's time when the request was applied.</summary>
    public DateTimeOffset Now { get; } = state.Now;

    /// <summary>True where a fault wants the state change that this request starts to fail.</summary>
    public bool FailState { get; init; }

    /// <summary>Paths of members that were sent as an explicit null.</summary>
    public List<string> NullMembers { get; } = [];

    /// <summary>The time in which the write is in flight; null for operations that do not disturb each other.</summary>
    public WriteWindow? Window { get; init; }

    /// <summary>A path parameter, decoded.</summary>
    public string this[string parameter] => parameters[parameter];
}
