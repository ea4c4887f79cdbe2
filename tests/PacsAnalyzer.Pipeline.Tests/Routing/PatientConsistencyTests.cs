using PacsAnalyzer.Pipeline.Results;
using PacsAnalyzer.Pipeline.Routing;
using PacsAnalyzer.Pipeline.Tests.Support;

namespace PacsAnalyzer.Pipeline.Tests.Routing;

public sealed class PatientConsistencyTests
{
    [Fact]
    public void One_patient_is_fine() => PatientConsistency.Check([Headers.Film("1"), Headers.Film("2")]).ShouldBeNull();

    [Fact]
    public void An_absent_birth_date_or_sex_says_nothing() =>
        PatientConsistency.Check([Headers.Film("1") with { PatientBirthDate = "19500101", PatientSex = "F" }, Headers.Film("2")]).ShouldBeNull();

    [Fact]
    public void Differing_fields_are_named_without_their_values()
    {
        ResultReason? reason = PatientConsistency.Check([Headers.Film("1") with { PatientSex = "F" }, Headers.Film("2") with { PatientId = "P2", PatientSex = "M" }]);
        reason.ShouldNotBeNull().Code.ShouldBe(ReasonCodes.PatientMismatch);
        reason.Text.ShouldBe("Instances of one study differ in PatientID, PatientSex.");
    }
}
