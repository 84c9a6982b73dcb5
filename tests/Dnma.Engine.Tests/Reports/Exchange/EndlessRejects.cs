using System.Collections;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>As many rows as are asked for, each made when it is.</summary>
internal sealed class EndlessRejects(int count, Action<int> asked) : IReadOnlyList<RejectRow>
{
    public int Count => count;

    public RejectRow this[int index]
    {
        get
        {
            asked(index);
            return new RejectRow("a.log", index, index, "malformed", "");
        }
    }

    public IEnumerator<RejectRow> GetEnumerator() => Enumerable.Range(0, count).Select(row => this[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
