using PacsAnalyzer.Dicom.Network;

namespace PacsAnalyzer.Dicom.Tests.Network;

/// <summary>PS3.8 table 9-10, written down a second time by state, against the table in use.</summary>
public sealed class StateTableTests
{
    // Rows: events 1 to 19. Columns: Sta1 to Sta13. A dot: the standard leaves the cell empty.
    private const string Table = """
        AE1 .   .   .   .   .   .   .   .    .    .    .    .
        .   .   .   AE2 .   .   .   .   .    .    .    .    .
        .   AA1 AA8 .   AE3 AA8 AA8 AA8 AA8  AA8  AA8  AA8  AA6
        .   AA1 AA8 .   AE4 AA8 AA8 AA8 AA8  AA8  AA8  AA8  AA6
        AE5 .   .   .   .   .   .   .   .    .    .    .    .
        .   AE6 AA8 .   AA8 AA8 AA8 AA8 AA8  AA8  AA8  AA8  AA7
        .   .   AE7 .   .   .   .   .   .    .    .    .    .
        .   .   AE8 .   .   .   .   .   .    .    .    .    .
        .   .   .   .   .   DT1 .   AR7 .    .    .    .    .
        .   AA1 AA8 .   AA8 DT2 AR6 AA8 AA8  AA8  AA8  AA8  AA6
        .   .   .   .   .   AR1 .   .   .    .    .    .    .
        .   AA1 AA8 .   AA8 AR2 AR8 AA8 AA8  AA8  AA8  AA8  AA6
        .   AA1 AA8 .   AA8 AA8 AR3 AA8 AA8  AR10 AR3  AA8  AA6
        .   .   .   .   .   .   .   AR4 AR9  .    .    AR4  .
        .   .   AA1 AA2 AA1 AA1 AA1 AA1 AA1  AA1  AA1  AA1  .
        .   AA2 AA3 .   AA3 AA3 AA3 AA3 AA3  AA3  AA3  AA3  AA2
        .   AA5 AA4 AA4 AA4 AA4 AA4 AA4 AA4  AA4  AA4  AA4  AR5
        .   AA2 .   .   .   .   .   .   .    .    .    .    AA2
        .   AA1 AA8 .   AA8 AA8 AA8 AA8 AA8  AA8  AA8  AA8  AA7
        """;

    [Fact]
    public void Each_of_the_247_pairs_has_the_standards_action_or_throws()
    {
        int listed = 0;
        foreach ((UlEvent @event, UlState state, UlAction? action) in Cells())
        {
            if (action is { } expected)
            {
                StateTable.Action(@event, state).ShouldBe(expected, $"{@event} in {state}");
                listed++;
            }
            else
            {
                Should.Throw<InvalidOperationException>(() => StateTable.Action(@event, state))
                    .Message.ShouldBe($"PS3.8 table 9-10 lists no action for {@event} in {state}.");
            }
        }

        StateTable.Entries.Count.ShouldBe(listed);
    }

    [Fact]
    public void Whatever_a_peer_can_cause_is_listed_in_every_state_with_a_connection()
    {
        UlEvent[] fromPeer = [UlEvent.Evt3, UlEvent.Evt4, UlEvent.Evt6, UlEvent.Evt10, UlEvent.Evt12, UlEvent.Evt13, UlEvent.Evt16, UlEvent.Evt17, UlEvent.Evt19];
        foreach (UlState state in Enum.GetValues<UlState>().Except([UlState.Sta1, UlState.Sta4]))
        {
            foreach (UlEvent @event in fromPeer)
            {
                StateTable.Entries.ContainsKey((@event, state)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Two_actions_depend_on_more_than_the_pair()
    {
        StateTable.Next(UlAction.AE6, false, isAcceptable: true).ShouldBe(UlState.Sta3);
        StateTable.Next(UlAction.AE6, false, isAcceptable: false).ShouldBe(UlState.Sta13);
        StateTable.Next(UlAction.AR8, isRequestor: true, true).ShouldBe(UlState.Sta9);
        StateTable.Next(UlAction.AR8, isRequestor: false, true).ShouldBe(UlState.Sta10);
    }

    internal static IEnumerable<(UlEvent Event, UlState State, UlAction? Action)> Cells()
    {
        string[] rows = Table.Split('\n');
        for (int row = 0; row < rows.Length; row++)
        {
            string[] cells = rows[row].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (int column = 0; column < cells.Length; column++)
            {
                yield return ((UlEvent)(row + 1), (UlState)(column + 1), cells[column] == "." ? null : Enum.Parse<UlAction>(cells[column]));
            }
        }
    }
}
