using Quickstart;
using Quickstart.Tour;

// The engine runs this project as an ordinary Pulumi program; a person who runs it gets the guided tour.
return Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
    ? await GuidedTour.RunAsync()
    : await Pulumi.Deployment.RunAsync(CloudObjects.Declare);
