using CloudUpdate.Provider;
using CloudUpdate.Provider.Documents;
using CloudUpdate.Provider.Hosting;

var product = new Product();
if (args is ["--write-schema", var path])
{
    await File.WriteAllTextAsync(path, product.WriteSchema());
    return 0;
}

if (args is ["--write-docs", var folder])
{
    await DocumentSet.WriteAsync(folder, product.WriteDocs());
    return 0;
}

return await PluginProcess.RunAsync(args, product.Create);
