namespace PacsAnalyzer.Dicom.Tests.Datasets;

public sealed class DicomDatasetTests
{
    [Fact]
    public void Items_stay_sorted_and_unique()
    {
        DicomDataset dataset = new DicomDataset()
            .AddOrUpdate(DicomTag.Rows, (ushort)2)
            .AddOrUpdate(DicomTag.PatientName, "A")
            .AddOrUpdate(DicomTag.PatientName, "B");

        dataset.Select(item => item.Tag).ShouldBe([DicomTag.PatientName, DicomTag.Rows]);
        dataset.GetString(DicomTag.PatientName).ShouldBe("B");
        Should.Throw<DicomDataException>(() => dataset.Add(DicomTag.PatientName, "C")).Tag.ShouldBe(DicomTag.PatientName);
        dataset.Remove(DicomTag.PatientName, DicomTag.PatientID).Contains(DicomTag.PatientName).ShouldBeFalse();
    }

    [Theory]
    [InlineData("US", 512)]
    [InlineData("SS", -5)]
    [InlineData("UL", 70000)]
    [InlineData("SL", -70000)]
    [InlineData("IS", -12)]
    [InlineData("DS", 12)]
    [InlineData("FL", 3)]
    [InlineData("FD", -3)]
    [InlineData("UV", 3)]
    [InlineData("SV", -3)]
    public void A_number_comes_back_from_each_VR(string vr, int number)
    {
        DicomTag tag = new(0x0019, 0x1001);
        DicomDataset dataset = new DicomDataset().Add(DicomVR.Parse(vr), tag, number);

        dataset.GetSingleValue<int>(tag).ShouldBe(number);
        dataset.GetSingleValue<long>(tag).ShouldBe(number);
        dataset.GetSingleValue<double>(tag).ShouldBe(number);
        dataset.GetSingleValue<float>(tag).ShouldBe(number);
        dataset.GetSingleValue<string>(tag).ShouldBe(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Decimal_strings_keep_to_sixteen_characters_and_to_the_invariant_culture()
    {
        double[] numbers = [1.0 / 3, -1.0 / 3e10, 123456789.123456789, -1e-300, 0.1, 40, -1234567890123456789.0, 1.7e308];
        DicomDataset dataset = new DicomDataset().Add(DicomTag.WindowCenter, numbers);

        dataset.GetStrings(DicomTag.WindowCenter).ShouldAllBe(text => text.Length <= 16);
        double[] read = dataset.GetValues<double>(DicomTag.WindowCenter);
        for (int i = 0; i < numbers.Length; i++)
        {
            read[i].ShouldBe(numbers[i], Math.Abs(numbers[i]) * 1e-8);
        }

        Should.Throw<DicomDataException>(() => dataset.AddOrUpdate(DicomTag.WindowCenter, double.NaN));
        Should.Throw<DicomDataException>(() => dataset.AddOrUpdate(DicomTag.WindowCenter, double.MaxValue));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_tag()
    {
        DicomDataset dataset = new();
        Should.Throw<DicomDataException>(() => dataset.Add(DicomTag.Rows, 70000)).Tag.ShouldBe(DicomTag.Rows);
        Should.Throw<DicomDataException>(() => dataset.Add(DicomTag.Rows, 1.5)).Tag.ShouldBe(DicomTag.Rows);
        Should.Throw<DicomDataException>(() => dataset.Add(DicomTag.PatientName, 1)).Tag.ShouldBe(DicomTag.PatientName);
        Should.Throw<DicomDataException>(() => dataset.Add(new DicomTag(0x0019, 0x1001), "x")).Message.ShouldContain("state its VR");
        Should.Throw<DicomDataException>(() => dataset.Add(DicomTag.InstanceNumber, 1.5)).Tag.ShouldBe(DicomTag.InstanceNumber);
    }

    [Fact]
    public void Values_are_trimmed_and_parsed()
    {
        DicomDataset dataset = new DicomDataset()
            .Add(DicomTag.ImagePositionPatient, " 1.50 ", "-2e1", "+3")
            .Add(DicomTag.InstanceNumber, "+0012 ")
            .Add(DicomTag.StudyInstanceUID, "1.2.3\0")
            .Add(DicomTag.StudyDate, "20260131")
            .Add(DicomTag.StudyTime, "235959.5")
            .Add(DicomTag.PatientComments, "  indented  ");

        dataset.GetValues<double>(DicomTag.ImagePositionPatient).ShouldBe([1.5, -20, 3]);
        dataset.GetSingleValue<int>(DicomTag.InstanceNumber).ShouldBe(12);
        dataset.GetString(DicomTag.StudyInstanceUID).ShouldBe("1.2.3");
        dataset.GetSingleValue<DateOnly>(DicomTag.StudyDate).ShouldBe(new DateOnly(2026, 1, 31));
        dataset.GetSingleValue<TimeOnly>(DicomTag.StudyTime).ShouldBe(new TimeOnly(23, 59, 59, 500));
        dataset.GetString(DicomTag.PatientComments).ShouldBe("  indented");
        dataset.GetString(DicomTag.ImagePositionPatient).ShouldBe("1.50 \\-2e1\\+3");
    }

    [Fact]
    public void What_is_absent_empty_or_several_is_told_apart()
    {
        DicomDataset dataset = new DicomDataset().Add(DicomTag.PatientID).Add(DicomTag.WindowCenter, 40, 80).Add(DicomTag.KVP, "high");

        dataset.GetString(DicomTag.PatientID).ShouldBeNull();
        dataset.GetString(DicomTag.PatientName).ShouldBeNull();
        dataset.GetStrings(DicomTag.PatientName).ShouldBeEmpty();
        Should.Throw<DicomDataException>(() => dataset.GetSingleValue<string>(DicomTag.PatientID)).Message.ShouldContain("no value");
        Should.Throw<DicomDataException>(() => dataset.GetSingleValue<string>(DicomTag.PatientName)).Message.ShouldContain("missing");
        Should.Throw<DicomDataException>(() => dataset.GetSingleValue<double>(DicomTag.WindowCenter)).Message.ShouldContain("2 values");
        Should.Throw<DicomDataException>(() => dataset.GetSingleValue<double>(DicomTag.KVP)).Message.ShouldContain("'high'");
        dataset.GetSingleValueOrDefault(DicomTag.KVP, 120.0).ShouldBe(120);
        dataset.GetValueOrDefault(DicomTag.WindowCenter, 1, 0).ShouldBe(80);
        dataset.GetValue<int>(DicomTag.WindowCenter, 0).ShouldBe(40);
        dataset.TryGetSingleValue(DicomTag.KVP, out double _).ShouldBeFalse();
    }

    [Fact]
    public void A_signed_image_has_signed_ambiguous_values()
    {
        byte[] bytes = Hex.Of("28 00 03 01 02 00 00 00 01 00  28 00 06 01 02 00 00 00 FE FF"); // PixelRepresentation 1, smallest value -2
        DicomDataset dataset = DicomDatasetReader.Read(bytes, DicomTransferSyntax.ImplicitVRLittleEndian);

        dataset.GetSingleValue<int>(DicomTag.SmallestImagePixelValue).ShouldBe(-2);
        new DicomDataset().Add(DicomTag.SmallestImagePixelValue, -2).Single().VR.ShouldBe(DicomVR.SS);
        new DicomDataset().Add(DicomTag.SmallestImagePixelValue, 2).Single().VR.ShouldBe(DicomVR.US);
    }

    [Fact]
    public void Pixel_bytes_are_OB_or_OW_by_the_bits_allocated()
    {
        new DicomDataset().Add(DicomTag.BitsAllocated, 8).Add(DicomTag.PixelData, new byte[2]).GetDicomItem<DicomItem>(DicomTag.PixelData)!.VR.ShouldBe(DicomVR.OB);
        new DicomDataset().Add(DicomTag.BitsAllocated, 16).Add(DicomTag.PixelData, new byte[2]).GetDicomItem<DicomItem>(DicomTag.PixelData)!.VR.ShouldBe(DicomVR.OW);
    }

    [Fact]
    public void Private_blocks_are_reserved_and_found()
    {
        DicomDataset dataset = new();
        DicomTag first = dataset.ReservePrivateTag(0x0029, "ONE", 0x01);
        DicomTag second = dataset.ReservePrivateTag(0x0029, "TWO", 0x01);
        dataset.Add(DicomVR.LO, first, "a").Add(DicomVR.LO, second, "b");

        first.ShouldBe(new DicomTag(0x0029, 0x1001));
        second.ShouldBe(new DicomTag(0x0029, 0x1101));
        dataset.GetPrivateCreator(second).ShouldBe("TWO");
        dataset.TryGetPrivateTag(0x0029, "TWO", 0x01, out DicomTag found).ShouldBeTrue();
        dataset.GetString(found).ShouldBe("b");
        dataset.TryGetPrivateTag(0x0029, "THREE", 0x01, out _).ShouldBeFalse();
        dataset.ReservePrivateTag(0x0029, "ONE", 0x02).ShouldBe(new DicomTag(0x0029, 0x1002));
        Should.Throw<DicomDataException>(() => dataset.ReservePrivateTag(0x0028, "ONE", 0x02));
    }

    [Fact]
    public void A_clone_has_sequences_of_its_own()
    {
        DicomDataset dataset = new DicomDataset().Add(DicomTag.ReferencedStudySequence, new DicomDataset().Add(DicomTag.PatientID, "A"));
        DicomDataset copy = dataset.Clone();
        copy.GetSequence(DicomTag.ReferencedStudySequence).Items[0].AddOrUpdate(DicomTag.PatientID, "B");

        dataset.GetSequence(DicomTag.ReferencedStudySequence).Items[0].GetString(DicomTag.PatientID).ShouldBe("A");
        copy.GetSequence(DicomTag.ReferencedStudySequence).Items[0].Parent.ShouldBe(copy);
    }

    [Fact]
    public void Attribute_tags_come_back()
    {
        DicomDataset dataset = new DicomDataset().Add(DicomTag.FrameIncrementPointer, DicomTag.FrameTime, DicomTag.Rows);

        dataset.GetValues<DicomTag>(DicomTag.FrameIncrementPointer).ShouldBe([DicomTag.FrameTime, DicomTag.Rows]);
        dataset.GetString(DicomTag.FrameIncrementPointer).ShouldBe("(0018,1063)\\(0028,0010)");
    }

    [Fact]
    public void A_dump_shows_items_nested_and_long_values_short()
    {
        string text = DicomDump.ToText(new DicomDataset()
            .Add(DicomTag.PatientComments, new string('x', 500))
            .Add(DicomTag.ReferencedStudySequence, new DicomDataset().Add(DicomTag.PatientID, "A\u0007B")));

        text.ShouldContain("(0008,1110) SQ 1 items  Referenced Study Sequence\n  item 1\n    (0010,0020) LO [A.B]  Patient ID\n");
        text.ShouldContain("x...]");
    }
}
