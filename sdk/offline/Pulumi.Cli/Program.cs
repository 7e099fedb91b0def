using Pulumi.Cli;
using Pulumi.Cli.Hosting;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interrupts = Interrupts.OfProcess();
return await CommandLine.RunAsync(CliHost.OfProcess(interrupts), args);
