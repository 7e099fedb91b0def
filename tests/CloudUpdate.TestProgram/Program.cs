using CloudUpdate.TestProgram;
using Pulumi;

return await Deployment.RunAsync(() => new Config().GetInt32("notifications") is { } count ? Notifications.Declare(count) : Orders.Declare());
