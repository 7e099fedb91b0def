using CloudUpdate.Provider;
using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Lifecycle;

return args is ["--write-schema", var path]
    ? await SchemaCommand.RunAsync(path)
    : await PluginProcess.RunAsync(args, _ => new EmptyProvider());
