using Parley.Extraction;
using Parley.Platform.Hosting;

return await ParleyHost.RunAsync("extraction", args, parley => parley.AddExtraction(), app => app.MapExtraction());
