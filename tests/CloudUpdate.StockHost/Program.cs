using System.Net;
using CloudUpdate.StockHost;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// The least that a gRPC server is, made as everybody makes one: what the provider's start is measured against.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc();
var app = builder.Build();
app.MapGrpcService<GreeterService>();
await app.StartAsync();
Console.WriteLine(new Uri(app.Urls.Single()).Port);
await app.WaitForShutdownAsync();
