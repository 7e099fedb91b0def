using Pulumi.TestCloud.Declared;
using Pulumi.TestCloud.Serving;

// Both halves get everything from their environment: the program from the engine, the provider the file of its objects.
return Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
    ? await ProviderServer.RunAsync(args, Environment.GetEnvironmentVariable("TESTCLOUD_FILE") ?? throw new InvalidOperationException("TESTCLOUD_FILE is not set."))
    : await DeclaredProgram.RunAsync(Path.Combine(Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY") ?? ".", "program.json"));
