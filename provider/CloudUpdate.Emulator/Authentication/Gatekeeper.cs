using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>Asks for the identity that a route wants. Callers hold the state's lock.</summary>
internal sealed class Gatekeeper(EmulatorState state)
{
    private readonly HuaweiAuthenticator _huawei = new(state);
    private readonly AtlasAuthenticator _atlas = new(state);

    public (Principal? Principal, Reply? Refusal) Authenticate(ReceivedRequest request, Route route) => route.Access switch
    {
        Access.Huawei => _huawei.Authenticate(request, route.Api),
        Access.HuaweiOptional when HuaweiAuthenticator.HasCredentials(request) => _huawei.Authenticate(request, route.Api),
        Access.Atlas => _atlas.Authenticate(request),
        _ => (Principal.Nobody, null),
    };

    /// <summary>Ends the life of the token that a request carries, if it carries one.</summary>
    public void ExpireToken(ReceivedRequest request)
    {
        var stored = request.Header("X-Auth-Token") is { Length: > 0 } token
            ? state.Objects.Find(ObjectKinds.IamToken, token)
            : AtlasAuthenticator.Bearer(request.Header("Authorization")) is { Length: > 0 } bearer
                ? state.Objects.Find(ObjectKinds.AtlasToken, bearer)
                : null;
        if (stored is not null)
        {
            state.Objects.Remove(stored);
        }
    }
}
