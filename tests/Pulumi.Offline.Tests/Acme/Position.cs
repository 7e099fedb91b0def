namespace Pulumi.Acme.Inputs
{
    public sealed class PositionArgs : global::Pulumi.ResourceArgs
    {
        [Input("x", required: true)]
        public Input<double> X { get; set; } = null!;

        [Input("y")]
        public Input<double>? Y { get; set; }

        public PositionArgs()
        {
        }

        public static new PositionArgs Empty => new PositionArgs();
    }
}

namespace Pulumi.Acme.Outputs
{
    [OutputType]
    public sealed class Position
    {
        public readonly double X;
        public readonly double? Y;

        [OutputConstructor]
        private Position(
            double x,

            double? y)
        {
            X = x;
            Y = y;
        }
    }
}
