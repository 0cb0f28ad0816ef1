using Parley.Alerting;
using Parley.Platform.Hosting;

return await ParleyHost.RunAsync("alerting", args, parley => parley.AddAlerting(), app => app.MapAlerting());
