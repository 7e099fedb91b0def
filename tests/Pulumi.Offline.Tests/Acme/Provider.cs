namespace Pulumi.Acme
{
    [AcmeResourceType("pulumi:providers:acme")]
    public partial class Provider : global::Pulumi.ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("acme", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))
        {
        }

        private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
        {
            var defaultOptions = new CustomResourceOptions
            {
                Version = Utilities.Version,
            };
            var merged = CustomResourceOptions.Merge(defaultOptions, options);
            merged.Id = id ?? merged.Id;
            return merged;
        }
    }

    public sealed class ProviderArgs : global::Pulumi.ResourceArgs
    {
        [Input("endpoints", json: true)]
        private InputMap<string>? _endpoints;

        public InputMap<string> Endpoints
        {
            get => _endpoints ?? (_endpoints = new InputMap<string>());
            set => _endpoints = value;
        }

        [Input("maxRetries", json: true)]
        public Input<int>? MaxRetries { get; set; }

        [Input("region")]
        public Input<string>? Region { get; set; }

        public ProviderArgs()
        {
        }

        public static new ProviderArgs Empty => new ProviderArgs();
    }
}
