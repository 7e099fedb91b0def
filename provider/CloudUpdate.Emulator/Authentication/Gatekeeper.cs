using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>Asks for the identity that a route wants. Callers hold the state's lock.</summary>
internal sealed class Gatekeeper(EmulatorState state)
{
    private readonly HuaweiAuthenticator _huawei = new(state);

    public (Principal? Principal, Reply? Refusal) Authenticate(ReceivedRequest request, Route route) => route.Access switch
    {
        Access.Huawei => _huawei.Authenticate(request, route.Api),
        _ => (Principal.Nobody, null),
    };

    /// <summary>Ends the life of the token that a request carries, if it carries one.</summary>
    public void ExpireToken(ReceivedRequest request)
    {
        if (request.Header("X-Auth-Token") is { } token && state.Objects.Find(ObjectKinds.IamToken, token) is { } stored)
        {
            state.Objects.Remove(stored);
        }
    }
}
