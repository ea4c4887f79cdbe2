using PacsAnalyzer.Persistence.Instances;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Instances;

public class PatientIdentityTests
{
    [Fact]
    public void The_same_patient_may_lack_what_another_instance_has()
    {
        Arrivals.Anna.IsSamePatient(Arrivals.Anna with { IssuerOfPatientId = null, BirthDate = "", Sex = " ", PatientName = "Other^Spelling" }).ShouldBeTrue();
        Arrivals.Anna.IsSamePatient(Arrivals.Anna with { PatientId = "P-1 " }).ShouldBeTrue();
        PatientIdentity.Unknown.IsSamePatient(PatientIdentity.Unknown).ShouldBeTrue();
    }

    [Fact]
    public void Each_of_id_issuer_birth_date_and_sex_tells_patients_apart()
    {
        PatientIdentity anna = Arrivals.Anna;
        PatientIdentity[] others =
        [
            anna with { PatientId = "P-9" }, anna with { PatientId = null }, anna with { IssuerOfPatientId = "X" }, anna with { BirthDate = "19500102" }, anna with { Sex = "M" },
        ];
        others.ShouldAllBe(o => !anna.IsSamePatient(o) && !o.IsSamePatient(anna));
        others.SelectMany(o => anna.Differences(o)).ShouldBe(["PatientID", "PatientID", "IssuerOfPatientID", "PatientBirthDate", "PatientSex"]);
    }

    [Fact]
    public void A_name_differs_by_more_than_case_and_trailing_separators()
    {
        Arrivals.Anna.HasSameDemographics(Arrivals.Anna with { PatientName = "MUSTER^ANNA^^^" }).ShouldBeTrue();
        Arrivals.Anna.HasSameDemographics(Arrivals.Anna with { PatientName = "Muster^Anne" }).ShouldBeFalse();
        Arrivals.Anna.Differences(Arrivals.Anna with { PatientName = "Muster^Anne" }).ShouldBe(["PatientName"]);
    }
}
