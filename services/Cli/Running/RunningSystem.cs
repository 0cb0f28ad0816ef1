using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Cli.Running;

/// <summary>A Parley that <c>./parley up</c> started: who runs it, and where each service answers.</summary>
/// <param name="ProcessId">The supervisor.</param>
/// <param name="StartTime">When that process began, as <see cref="ProcessStart"/> counts: a process id may be given out again.</param>
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
        try
        {
            var system = JsonSerializer.Deserialize<RunningSystem>(File.ReadAllText(ParleyHome.StateFile), ParleyJson.Line);
            return system is not null && ProcessStart.Of(system.ProcessId) == system.StartTime ? system : null;
        }
        catch (JsonException)
        {
            // Left by another version, or by a disk that was full.
            return null;
        }
    }

    /// <summary>The supervisor's process; null where it has ended.</summary>
    public Process? Supervisor()
    {
        try
        {
            return ProcessStart.Of(ProcessId) == StartTime ? Process.GetProcessById(ProcessId) : null;
        }
        catch (ArgumentException)
        {
            // It ended in between.
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
