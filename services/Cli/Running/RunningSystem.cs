using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Cli.Running;

/// <summary>A Parley that <c>./parley up</c> started: who runs it, and where each service answers.</summary>
/// <param name="ProcessId">The supervisor.</param>
/// <param name="StartTime">When that process began, in ticks: a process id may be given out again.</param>
/// <param name="Ingestion">Address of its gRPC.</param>
/// <param name="Extraction">Address of its gRPC.</param>
/// <param name="Search">Address of its gRPC.</param>
/// <param name="Alerting">Address of its gRPC.</param>
internal sealed record RunningSystem(int ProcessId, long StartTime, Uri Ingestion, Uri Extraction, Uri Search, Uri Alerting)
{
    /// <summary>The one of this machine; null where none runs.</summary>
    public static RunningSystem? Find()
    {
        if (!File.Exists(ParleyHome.StateFile))
            return null;
        var system = JsonSerializer.Deserialize<RunningSystem>(File.ReadAllText(ParleyHome.StateFile), ParleyJson.Line);
        return system is not null && system.Supervisor() is not null ? system : null;
    }

    /// <summary>The supervisor's process; null where it has ended.</summary>
    public Process? Supervisor()
    {
        try
        {
            var process = Process.GetProcessById(ProcessId);
            return process.StartTime.Ticks == StartTime ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Says where it is.</summary>
    public void Save()
    {
        Directory.CreateDirectory(ParleyHome.Folder);
        var temporary = ParleyHome.StateFile + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this, ParleyJson.Line));
        File.Move(temporary, ParleyHome.StateFile, overwrite: true);
    }
}
