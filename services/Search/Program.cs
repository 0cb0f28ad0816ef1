using Parley.Platform.Hosting;
using Parley.Search;

return await ParleyHost.RunAsync("search", args, parley => parley.AddSearch(), app => app.MapSearch());
