using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Acme
{
    /// <summary>A resource class in the generator's form.</summary>
    [AcmeResourceType("acme:index:Widget")]
    public partial class Widget : global::Pulumi.CustomResource
    {
        [Output("color")]
        public Output<Pulumi.Acme.Color?> Color { get; private set; } = null!;

        [Output("password")]
        public Output<string?> Password { get; private set; } = null!;

        [Output("position")]
        public Output<Outputs.Position?> Position { get; private set; } = null!;

        [Output("size")]
        public Output<int> Size { get; private set; } = null!;

        [Output("tags")]
        public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

        [Output("zones")]
        public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

        public Widget(string name, WidgetArgs args, CustomResourceOptions? options = null)
            : base("acme:index:Widget", name, args ?? new WidgetArgs(), MakeResourceOptions(options, ""))
        {
        }

        private Widget(string name, Input<string> id, CustomResourceOptions? options = null)
            : base("acme:index:Widget", name, null, MakeResourceOptions(options, id))
        {
        }

        private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
        {
            var defaultOptions = new CustomResourceOptions
            {
                Version = Utilities.Version,
                AdditionalSecretOutputs =
                {
                    "password",
                },
            };
            var merged = CustomResourceOptions.Merge(defaultOptions, options);
            merged.Id = id ?? merged.Id;
            return merged;
        }

        public static Widget Get(string name, Input<string> id, CustomResourceOptions? options = null)
        {
            return new Widget(name, id, options);
        }
    }

    public sealed class WidgetArgs : global::Pulumi.ResourceArgs
    {
        [Input("color")]
        public Input<Pulumi.Acme.Color>? Color { get; set; }

        [Input("password")]
        private Input<string>? _password;

        public Input<string>? Password
        {
            get => _password;
            set
            {
                var emptySecret = Output.CreateSecret(0);
                _password = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
            }
        }

        [Input("position")]
        public Input<Inputs.PositionArgs>? Position { get; set; }

        [Input("size", required: true)]
        public Input<int> Size { get; set; } = null!;

        [Input("tags")]
        private InputMap<string>? _tags;

        public InputMap<string> Tags
        {
            get => _tags ?? (_tags = new InputMap<string>());
            set => _tags = value;
        }

        [Input("zones")]
        private InputList<string>? _zones;

        public InputList<string> Zones
        {
            get => _zones ?? (_zones = new InputList<string>());
            set => _zones = value;
        }

        public WidgetArgs()
        {
        }

        public static new WidgetArgs Empty => new WidgetArgs();
    }
}
