using System.CommandLine;
using CloudUpdate.Emulator;

// The command hears signals itself and ends with 0.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await EmulatorCommand.Create(Console.Out, Console.Error).Parse(args).InvokeAsync(invocation).ConfigureAwait(false);
