namespace Fleet;

/// <summary>One entry of the configuration value <c>regions</c>.</summary>
/// <param name="Name">The region, such as cn-north-4.</param>
/// <param name="ProjectId">The project in that region.</param>
/// <param name="VpcId">VPC of the event stream cluster.</param>
/// <param name="SubnetId">Subnet of that VPC.</param>
/// <param name="Zones">Availability zones, separated by commas.</param>
/// <param name="TrafficDial">The region's share of the traffic, in percent.</param>
internal sealed record RegionSettings(string Name, string ProjectId, string VpcId, string SubnetId, string Zones, int TrafficDial);
