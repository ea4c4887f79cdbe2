namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>Second byte of a JPEG marker (ITU-T T.81 table B.1).</summary>
internal enum JpegMarker : byte
{
    Sof0 = 0xC0,
    Sof1 = 0xC1,
    Sof2 = 0xC2,
    Sof3 = 0xC3,
    Dht = 0xC4,
    Jpg = 0xC8,
    Sof15 = 0xCF,
    Dac = 0xCC,
    Rst0 = 0xD0,
    Rst7 = 0xD7,
    Soi = 0xD8,
    Eoi = 0xD9,
    Sos = 0xDA,
    Dqt = 0xDB,
    Dnl = 0xDC,
    Dri = 0xDD,
    App0 = 0xE0,
    App14 = 0xEE,
    Tem = 0x01,
}
