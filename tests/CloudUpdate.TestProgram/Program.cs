using CloudUpdate.TestProgram;

return await Pulumi.Deployment.RunAsync(Orders.Declare);
