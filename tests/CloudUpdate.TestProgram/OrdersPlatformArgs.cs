using Pulumi;

namespace CloudUpdate.TestProgram;

/// <summary>What the platform is made with.</summary>
internal sealed class OrdersPlatformArgs : ResourceArgs
{
    /// <summary>Share of the traffic, in percent.</summary>
    [Input("dial", required: true)]
    public Input<int> Dial { get; set; } = null!;

    [Input("brokers", required: true)]
    public Input<string> Brokers { get; set; } = null!;

    [Input("kafkaPassword", required: true)]
    public Input<string> KafkaPassword { get; set; } = null!;
}
