using System.Text;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>Decides by its columns what a Parquet file holds.</summary>
internal static class ParquetTables
{
    /// <summary>What a file holds.</summary>
    public static ParquetContent ContentOf(ParquetFile file) =>
        file.IndexOf("instant"u8) >= 0 && file.IndexOf("visitor"u8) >= 0 ? ParquetContent.Hits : Recognise(file) switch
        {
            MatomoTable.Visits or MatomoTable.Actions => ParquetContent.MatomoLookUp,
            MatomoTable.Links => ParquetContent.MatomoHits,
            _ => ParquetContent.Other,
        };

    /// <summary>The raw table of Matomo that a file holds; null for any other.</summary>
    public static MatomoTable? Recognise(ParquetFile file) => MatomoSchema.Recognise(name => file.IndexOf(Encoding.ASCII.GetBytes(name)) >= 0);
}
