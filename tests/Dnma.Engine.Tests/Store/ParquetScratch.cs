using Dnma.Engine.Store;

namespace Dnma.Engine.Tests.Store;

/// <summary>A folder of its own for a test's Parquet files, written by DuckDB.</summary>
internal sealed class ParquetScratch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dnma-parquet").FullName;
    private readonly DuckDbSession _session = DuckDbSession.Open(DuckDbSettings.Default);

    public string PathOf(string name)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Writes the answer of a query.</summary>
    public string Write(string sql, string name = "hits.parquet", string options = "FORMAT parquet")
    {
        // Written under a plain name first: the target of COPY must not be taken for anything else.
        var plain = PathOf("plain.tmp");
        _session.Execute($"COPY ({sql}) TO {DuckDbSession.Literal(plain)} ({options})");
        File.Move(plain, PathOf(name), overwrite: true);
        return PathOf(name);
    }

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
