namespace Dnma.Engine.Indicators.Counting;

/// <summary>What a cell counts: up to four codes. What they mean is its table's business.</summary>
internal readonly record struct CellKey(int A, int B, int C = 0, int D = 0)
{
    /// <summary>Well-mixed bits, for a hash table inside one process.</summary>
    public ulong Mix()
    {
        unchecked
        {
            var x = ((ulong)(uint)A | ((ulong)(uint)B << 32)) * 0x9E3779B97F4A7C15;
            var y = (((ulong)(uint)C | ((ulong)(uint)D << 32)) ^ (x >> 29)) * 0xBF58476D1CE4E5B9;
            return (x ^ y ^ (y >> 31)) * 0x94D049BB133111EB;
        }
    }
}
