namespace Dnma.Engine.Analysis.Controls;

/// <summary>Numbers the territories of one level, in the order in which they come. Not thread safe.</summary>
internal sealed class UnitIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    public int Count => _codes.Count;

    public IReadOnlyList<string> Codes => _codes;

    /// <summary>The number of a code; −1 when it has none.</summary>
    public int Find(string code) => _numbers.GetValueOrDefault(code, -1);

    /// <summary>The number of a code, which is given one when it has none.</summary>
    public int Of(string code)
    {
        if (!_numbers.TryGetValue(code, out var number))
        {
            number = _codes.Count;
            _numbers.Add(code, number);
            _codes.Add(code);
        }

        return number;
    }
}
