using Grpc.Core;

namespace CloudUpdate.StockHost;

/// <summary>Says what it is told.</summary>
internal sealed class GreeterService : Greeter.GreeterBase
{
    public override Task<Greeting> Greet(Greeting request, ServerCallContext context) => Task.FromResult(request);
}
