namespace PacsAnalyzer.Dicom.Network;

/// <summary>UIDs of the network layer itself.</summary>
public static class NetworkUids
{
    /// <summary>DICOM application context name (PS3.7 annex A.2.1).</summary>
    public const string ApplicationContext = "1.2.840.10008.3.1.1.1";

    /// <summary>Verification SOP class (PS3.4 annex A).</summary>
    public const string Verification = "1.2.840.10008.1.1";

    /// <summary>Implicit VR little endian, the default transfer syntax (PS3.5 section 10.1).</summary>
    public const string ImplicitVRLittleEndian = "1.2.840.10008.1.2";

    /// <summary>This implementation's class UID (PS3.7 annex D.3.3.2): 2.25. and the decimal form of a UUIDv5.</summary>
    public const string ImplementationClass = "2.25.227777991732975772841869882643649102581";

    /// <summary>This implementation's version name, up to 16 characters.</summary>
    public const string ImplementationVersion = "PACSANALYZER_0_1";
}
