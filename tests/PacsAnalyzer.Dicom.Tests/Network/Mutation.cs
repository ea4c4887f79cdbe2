namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Mutates seed bytes: flips, sets, cuts, repeats and splices.</summary>
internal static class Mutation
{
    public static byte[] Of(Random random, byte[][] seeds)
    {
        byte[] bytes = [.. seeds[random.Next(seeds.Length)]];
        for (int rounds = random.Next(1, 5); rounds > 0 && bytes.Length > 0; rounds--)
        {
            int at = random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)0xFF;
                    break;
                case 3:
                    bytes = bytes[..at];
                    break;
                case 4:
                    int until = Math.Min(bytes.Length, at + random.Next(1, 32));
                    bytes = [.. bytes[..until], .. bytes[at..]];
                    break;
                default:
                    byte[] other = seeds[random.Next(seeds.Length)];
                    bytes = [.. bytes[..at], .. other[random.Next(other.Length)..]];
                    break;
            }
        }

        return bytes;
    }
}
