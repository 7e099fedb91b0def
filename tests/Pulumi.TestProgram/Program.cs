using Pulumi.TestProgram;

return await DeclaredProgram.RunAsync(Path.Combine(Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY") ?? ".", "program.json"));
