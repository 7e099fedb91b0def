using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Lifecycle;

return await PluginProcess.RunAsync(args, _ => new EmptyProvider());
