using Microsoft.Extensions.ObjectPool;

namespace Parley.Extraction.Analysis;

/// <summary>Buffers come clean out of the pool; what an article of unusual length took does not go back into it.</summary>
internal sealed class ReadingBuffersPolicy : IPooledObjectPolicy<ReadingBuffers>
{
    public ReadingBuffers Create() => new();

    public bool Return(ReadingBuffers obj) => obj.Clear();
}
