namespace Pulumi.Acme
{
    public static class GetWidget
    {
        public static Task<GetWidgetResult> InvokeAsync(GetWidgetArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetWidgetResult>("acme:index:getWidget", args ?? new GetWidgetArgs(), options.WithDefaults());

        public static Output<GetWidgetResult> Invoke(GetWidgetInvokeArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetWidgetResult>("acme:index:getWidget", args ?? new GetWidgetInvokeArgs(), options.WithDefaults());

        public static Output<GetWidgetResult> Invoke(GetWidgetInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetWidgetResult>("acme:index:getWidget", args ?? new GetWidgetInvokeArgs(), options.WithDefaults());
    }

    public sealed class GetWidgetArgs : global::Pulumi.InvokeArgs
    {
        [Input("name", required: true)]
        public string Name { get; set; } = null!;

        public GetWidgetArgs()
        {
        }

        public static new GetWidgetArgs Empty => new GetWidgetArgs();
    }

    public sealed class GetWidgetInvokeArgs : global::Pulumi.InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;

        public GetWidgetInvokeArgs()
        {
        }

        public static new GetWidgetInvokeArgs Empty => new GetWidgetInvokeArgs();
    }

    [OutputType]
    public sealed class GetWidgetResult
    {
        public readonly string Name;
        public readonly int Size;

        [OutputConstructor]
        private GetWidgetResult(
            string name,

            int size)
        {
            Name = name;
            Size = size;
        }
    }
}
