using CloudUpdate.Emulator;

await using var server = await EmulatorServer.StartAsync().ConfigureAwait(false);
await Console.Out.WriteLineAsync(server.Address.GetLeftPart(UriPartial.Authority)).ConfigureAwait(false);
await server.WaitForShutdownAsync().ConfigureAwait(false);
return 0;
