using System.Globalization;
using System.Text;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.History;

/// <summary>Files of the published data sets by hand: every modality has 0 visits but those that are set.</summary>
internal sealed class PublishedText(OpenDataSet set)
{
    public const string School = "0010024W";
    public const string Other = "0220158C";
    private const string Labels = "Lyon;Ambérieu;Ain;Auvergne-Rhône-Alpes;MENJ;;COLLEGE;PU";

    private readonly StringBuilder _rows = new();

    public string Header { get; init; } = string.Join(';', set.ColumnNames);

    /// <summary>Adds a row; a part is a modality's column suffix, and its cells.</summary>
    public PublishedText Row(DateOnly week, string uai, params (string Modality, string Cells)[] parts) => Row(week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), uai, parts);

    public PublishedText Row(string week, string uai, params (string Modality, string Cells)[] parts)
    {
        var cells = string.Join(';', set.Measures.Select(measure => parts.FirstOrDefault(part => $"visites_{part.Modality}" == measure.Visits).Cells ?? "0;0;00:00:00"));
        _rows.Append(set == OpenDataSet.Services ? $"{week};{uai};{cells};{Labels}" : $"{week};{uai};{Labels};{cells}").Append('\n');
        return this;
    }

    public PublishedText Line(string line)
    {
        _rows.Append(line).Append('\n');
        return this;
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => $"{Header}\n{_rows}";

    public static (string Modality, string Cells) Part(string modality, long visits, long? users = null, string mean = "00:10:00") =>
        (modality, string.Create(CultureInfo.InvariantCulture, $"{visits};{users ?? (visits + 2) / 3};{mean}"));
}
