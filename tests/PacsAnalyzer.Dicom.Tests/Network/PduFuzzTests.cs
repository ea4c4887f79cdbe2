using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>Mutated seeds against the pure decoders: the one exception they may throw, no other, and no hang.</summary>
public sealed class PduFuzzTests
{
    private const int Cases = 100_000;

    [Fact]
    public void Mutated_PDUs_decode_or_are_refused()
    {
        var random = new Random(20261127);
        byte[][] seeds = Seeds();
        int decoded = 0, refused = 0;
        var limits = PduLimits.ForMaximumLength(16384);
        for (int i = 0; i < Cases; i++)
        {
            byte[] bytes = Mutation.Of(random, seeds);
            try
            {
                if (bytes.Length < PduHeader.Size)
                {
                    continue;
                }

                PduHeader header = PduHeader.Read(bytes);
                header.Check(limits);
                Pdu pdu = PduDecoder.Decode(header.Type, bytes.AsMemory(PduHeader.Size));
                if (pdu is DataTransferPdu data)
                {
                    foreach (PresentationDataValue value in data.Values)
                    {
                        value.Fragment.Length.ShouldBeLessThanOrEqualTo(bytes.Length);
                    }
                }

                decoded++;
            }
            catch (PduFormatException)
            {
                refused++;
            }
        }

        // Both ways must be walked, or the mutation is too tame or too wild.
        decoded.ShouldBeGreaterThan(Cases / 20);
        refused.ShouldBeGreaterThan(Cases / 20);
    }

    [Fact]
    public void Mutated_command_sets_decode_or_are_refused()
    {
        var random = new Random(7);
        byte[][] seeds = [Sample.EchoCommand().Encode(), Sample.StoreCommand(Sample.CtImageStorage, "1.2.3").Encode()];
        int decoded = 0, refused = 0;
        for (int i = 0; i < Cases; i++)
        {
            try
            {
                CommandSet command = CommandSet.Decode(Mutation.Of(random, seeds));
                _ = RequestChecks.Check(command, new(1, Sample.CtImageStorage, ContextResult.Acceptance, Sample.ExplicitVRLittleEndian));
                CommandSet.Decode(command.Encode()).Field.ShouldBe(command.Field);
                decoded++;
            }
            catch (CommandFormatException)
            {
                refused++;
            }
        }

        decoded.ShouldBeGreaterThan(Cases / 20);
        refused.ShouldBeGreaterThan(Cases / 20);
    }

    private static byte[][] Seeds()
    {
        AssociateRequestPdu rich = new()
        {
            CalledAeTitle = "NODE",
            CallingAeTitle = "CALLER",
            Contexts = [.. Enumerable.Range(0, 20).Select(i => new ProposedContext((byte)((2 * i) + 1), Sample.CtImageStorage, [NetworkUids.ImplicitVRLittleEndian, Sample.ExplicitVRLittleEndian]))],
            User = new UserInformation
            {
                MaximumLength = 16384,
                ImplementationClassUid = "1.2.3",
                ImplementationVersion = "V",
                Window = new(1, 1),
                Roles = [new(Sample.CtImageStorage, true, true)],
                Extended = [new(Sample.CtImageStorage, [1, 0, 1])],
                Identity = new(UserIdentityKind.UserNameAndPasscode, true, "user"u8.ToArray(), "word"u8.ToArray()),
                IdentityResponse = [1, 2],
            },
        };
        return
        [
            rich.Encode(),
            Sample.Request().Encode(),
            Sample.Accept().Encode(),
            new AssociateRejectPdu(Rejection.NoReason).Encode(),
            Sample.Command(1, Sample.EchoCommand()).Encode(),
            new DataTransferPdu { Values = [new(1, 3, new byte[40]), new(1, 0, new byte[100]), new(1, 2, new byte[7])] }.Encode(),
            new ReleaseRequestPdu().Encode(),
            new AbortPdu(AbortSource.ServiceUser, AbortReason.NotSpecified).Encode(),
        ];
    }
}
