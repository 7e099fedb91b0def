using Pulumi.TestCloud;

var file = Environment.GetEnvironmentVariable("TESTCLOUD_FILE") ?? throw new InvalidOperationException("TESTCLOUD_FILE is not set.");
await using var server = await CloudServer.StartAsync(file, args[^1]);
Console.WriteLine(server.Port);
await server.WaitForShutdownAsync();
