using FsCheck;
using FsCheck.Fluent;

namespace PacsAnalyzer.Dicom.Tests.IO;

/// <summary>What is written is read back, in every syntax that a data set can be written in.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Syntaxes { get; } =
    [
        DicomUID.ImplicitVRLittleEndian.Uid, DicomUID.ExplicitVRLittleEndian.Uid, DicomUID.ExplicitVRBigEndian.Uid,
        DicomUID.DeflatedExplicitVRLittleEndian.Uid,
    ];

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void A_data_set_that_was_written_reads_back_with_the_same_values(string uid)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)!;
        Prop.ForAll(DatasetGenerator.Arbitrary, dataset =>
        {
            DicomDataset read = DicomDatasetReader.Read(DicomDatasetWriter.ToBytes(dataset, syntax), syntax);
            DatasetComparison.Values(WithoutCharacterSets(read)).ShouldBe(DatasetComparison.Values(WithoutCharacterSets(dataset)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void What_was_read_is_written_to_the_same_bytes(string uid)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)!;
        Prop.ForAll(DatasetGenerator.Arbitrary, dataset =>
        {
            byte[] first = DicomDatasetWriter.ToBytes(dataset, syntax);
            DicomDataset read = DicomDatasetReader.Read(first, syntax);
            byte[] second = DicomDatasetWriter.ToBytes(read, syntax);
            second.ShouldBe(first);
            DatasetComparison.Bytes(DicomDatasetReader.Read(second, syntax)).ShouldBe(DatasetComparison.Bytes(read));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_stream_of_single_bytes_reads_as_an_array_does() => Prop.ForAll(DatasetGenerator.Arbitrary, dataset =>
    {
        byte[] bytes = DicomDatasetWriter.ToBytes(dataset, DicomTransferSyntax.ExplicitVRLittleEndian);
        using TricklingStream stream = new(bytes);
        DicomDataset streamed = DicomDatasetReader.Read(stream, DicomTransferSyntax.ExplicitVRLittleEndian);
        DatasetComparison.Bytes(streamed).ShouldBe(DatasetComparison.Bytes(DicomDatasetReader.Read(bytes, DicomTransferSyntax.ExplicitVRLittleEndian)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_damage_to_a_data_set_is_read_or_refused_and_never_anything_else() => Prop.ForAll(
        DatasetGenerator.Arbitrary, ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (dataset, place, value) =>
        {
            foreach (string uid in new[] { DicomUID.ImplicitVRLittleEndian.Uid, DicomUID.ExplicitVRLittleEndian.Uid, DicomUID.ExplicitVRBigEndian.Uid })
            {
                DicomTransferSyntax syntax = DicomTransferSyntax.Lookup(uid)!;
                byte[] bytes = DicomDatasetWriter.ToBytes(dataset, syntax);
                if (bytes.Length == 0)
                {
                    continue;
                }

                bytes[(uint)place % bytes.Length] = value;
                try
                {
                    _ = DicomDump.ToText(DicomDatasetReader.Read(bytes, syntax));
                }
                catch (DicomReadException)
                {
                    // Refused: as good.
                }
            }
        }).QuickCheckThrowOnFailure();

    // A writer may restate the character set; the text is what has to stay.
    private static DicomDataset WithoutCharacterSets(DicomDataset dataset)
    {
        DicomDataset copy = dataset.Clone();
        copy.Remove(DicomTag.SpecificCharacterSet);
        foreach (DicomSequence sequence in copy.OfType<DicomSequence>())
        {
            for (int i = 0; i < sequence.Items.Count; i++)
            {
                sequence.Items[i] = WithoutCharacterSets(sequence.Items[i]);
            }
        }

        return copy;
    }
}
