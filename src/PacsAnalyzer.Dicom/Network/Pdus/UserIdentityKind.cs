namespace PacsAnalyzer.Dicom.Network;

/// <summary>What a user identity holds (PS3.7 annex D.3.3.7).</summary>
public enum UserIdentityKind
{
    /// <summary>A user name.</summary>
    UserName = 1,

    /// <summary>A user name and a passcode.</summary>
    UserNameAndPasscode = 2,

    /// <summary>A Kerberos service ticket.</summary>
    Kerberos = 3,

    /// <summary>A SAML assertion.</summary>
    Saml = 4,

    /// <summary>A JSON web token.</summary>
    JsonWebToken = 5,
}
