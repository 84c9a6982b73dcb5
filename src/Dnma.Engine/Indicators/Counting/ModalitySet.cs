using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>A set of the commonest modalities, a bit each: those of number 0 to <see cref="Size"/> − 1.</summary>
internal readonly record struct ModalitySet
{
    /// <summary>How many modalities have a bit: one less than 256, so that a byte can say which of them, or none.</summary>
    public const int Size = 255;
    private const int WordBits = 64;
    private readonly Vector256<ulong> _bits;

    private ModalitySet(Vector256<ulong> bits) => _bits = bits;

    public bool IsEmpty => _bits == Vector256<ulong>.Zero;

    /// <summary>The set of some modalities; those without a bit are left out.</summary>
    public static ModalitySet Of(ReadOnlySpan<int> modalities)
    {
        Span<ulong> words = stackalloc ulong[Vector256<ulong>.Count];
        words.Clear();
        foreach (var modality in modalities)
        {
            if (modality < Size)
            {
                words[modality / WordBits] |= 1UL << (modality % WordBits);
            }
        }

        return new ModalitySet(Vector256.Create<ulong>(words));
    }

    public bool Contains(int modality) => modality < Size && (_bits.GetElement(modality / WordBits) >> (modality % WordBits) & 1) != 0;

    public static ModalitySet operator |(ModalitySet x, ModalitySet y) => new(x._bits | y._bits);

    public static ModalitySet operator &(ModalitySet x, ModalitySet y) => new(x._bits & y._bits);

    /// <summary>What is in <paramref name="x"/> but not in <paramref name="y"/>.</summary>
    public static ModalitySet operator -(ModalitySet x, ModalitySet y) => new(Vector256.AndNot(x._bits, y._bits));

    public Enumerator GetEnumerator() => new(_bits);

    /// <summary>Goes through the modalities in the order of their numbers.</summary>
    internal struct Enumerator(Vector256<ulong> bits)
    {
        private int _word = -1;
        private ulong _left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == Vector256<ulong>.Count)
                {
                    return false;
                }

                _left = bits.GetElement(_word);
            }

            Current = (_word * WordBits) + BitOperations.TrailingZeroCount(_left);
            _left &= unchecked(_left - 1UL);
            return true;
        }
    }
}
