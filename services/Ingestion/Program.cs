using Parley.Ingestion;
using Parley.Platform.Hosting;

return await ParleyHost.RunAsync("ingestion", args, parley => parley.AddIngestion(), app => app.MapIngestion());
