namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The best Huffman code of at most 16 bits for given frequencies (ITU-T T.81 section K.2), for encoding.</summary>
internal sealed class JpegHuffmanCode
{
    private const int Symbols = 17;

    private readonly uint[] _codes = new uint[Symbols];
    private readonly int[] _lengths = new int[Symbols];

    /// <summary>Builds the code.</summary>
    /// <param name="frequencies">How often each of the 17 size categories occurs.</param>
    public JpegHuffmanCode(ReadOnlySpan<long> frequencies)
    {
        int[] sizes = CodeSizes(frequencies);
        Counts = LimitedCounts(sizes);
        Values = [.. Enumerable.Range(0, Symbols).Where(s => sizes[s] > 0).OrderBy(s => sizes[s]).ThenBy(s => s).Select(s => (byte)s)];
        uint code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++, code <<= 1)
        {
            for (int i = 0; i < Counts[length - 1]; i++)
            {
                _codes[Values[index]] = code++;
                _lengths[Values[index++]] = length;
            }
        }
    }

    /// <summary>Number of codes of length 1..16.</summary>
    public byte[] Counts { get; }

    /// <summary>The symbols in order of their codes.</summary>
    public byte[] Values { get; }

    /// <summary>Writes a symbol.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="symbol">The symbol; one that had a frequency.</param>
    public void Write(JpegBitWriter writer, int symbol) => writer.Write(_codes[symbol], _lengths[symbol]);

    // One more symbol than there are takes the code of all ones, which T.81 forbids.
    private static int[] CodeSizes(ReadOnlySpan<long> frequencies)
    {
        long[] weight = [.. frequencies, 1];
        var size = new int[weight.Length];
        int[] other = [.. Enumerable.Repeat(-1, weight.Length)];
        while (true)
        {
            int first = Least(weight, -1);
            int second = Least(weight, first);
            if (second < 0)
            {
                return size;
            }

            weight[first] += weight[second];
            weight[second] = 0;
            Deepen(size, other, first, out int last);
            other[last] = second;
            Deepen(size, other, second, out _);
        }
    }

    private static void Deepen(int[] size, int[] other, int at, out int last)
    {
        size[at]++;
        while (other[at] >= 0)
        {
            at = other[at];
            size[at]++;
        }

        last = at;
    }

    // The last of equal weights, so that the extra symbol gets the longest code.
    private static int Least(long[] weight, int except)
    {
        int found = -1;
        for (int i = 0; i < weight.Length; i++)
        {
            if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found]))
            {
                found = i;
            }
        }

        return found;
    }

    private static byte[] LimitedCounts(int[] sizes)
    {
        var counts = new int[33];
        foreach (int size in sizes)
        {
            if (size > 0)
            {
                counts[size]++;
            }
        }

        // T.81 figure K.3: pairs of codes longer than 16 bits move up.
        for (int i = counts.Length - 1; i > 16; i--)
        {
            while (counts[i] > 0)
            {
                int j = i - 2;
                while (counts[j] == 0)
                {
                    j--;
                }

                counts[i] -= 2;
                counts[i - 1]++;
                counts[j + 1] += 2;
                counts[j]--;
            }
        }

        int longest = 16;
        while (counts[longest] == 0)
        {
            longest--;
        }

        counts[longest]--;
        return [.. counts.Skip(1).Take(16).Select(n => (byte)n)];
    }
}
