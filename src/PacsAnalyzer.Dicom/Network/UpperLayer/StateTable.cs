using System.Collections.Frozen;
using static PacsAnalyzer.Dicom.Network.UlAction;
using static PacsAnalyzer.Dicom.Network.UlEvent;
using static PacsAnalyzer.Dicom.Network.UlState;

namespace PacsAnalyzer.Dicom.Network;

/// <summary>
/// PS3.8 table 9-10 as data: event and state to action, in the table's order. What the table leaves empty is an error of
/// the program (a local primitive at the wrong time), since each event that a peer can cause is listed wherever it can arrive.
/// </summary>
internal static class StateTable
{
    private static readonly FrozenDictionary<(UlEvent Event, UlState State), UlAction> Actions = Rows().ToFrozenDictionary();

    /// <summary>All listed pairs.</summary>
    public static IReadOnlyDictionary<(UlEvent Event, UlState State), UlAction> Entries => Actions;

    /// <summary>Looks up the action of an event in a state.</summary>
    /// <exception cref="InvalidOperationException">The table does not list the pair.</exception>
    public static UlAction Action(UlEvent @event, UlState state) =>
        Actions.TryGetValue((@event, state), out UlAction action)
            ? action
            : throw new InvalidOperationException($"PS3.8 table 9-10 lists no action for {@event} in {state}.");

    /// <summary>The state that an action leads to.</summary>
    /// <param name="action">The action.</param>
    /// <param name="isRequestor">This side asked for the association (AR-8).</param>
    /// <param name="isAcceptable">The A-ASSOCIATE-RQ is acceptable to the service provider (AE-6).</param>
    public static UlState Next(UlAction action, bool isRequestor, bool isAcceptable) => action switch
    {
        AE1 => Sta4,
        AE2 => Sta5,
        AE3 or AE7 or DT1 or DT2 => Sta6,
        AE4 or AR3 or AR5 or AA2 or AA3 or AA4 or AA5 => Sta1,
        AE5 => Sta2,
        AE6 => isAcceptable ? Sta3 : Sta13,
        AR1 or AR6 => Sta7,
        AR2 or AR7 => Sta8,
        AR8 => isRequestor ? Sta9 : Sta10,
        AR9 => Sta11,
        AR10 => Sta12,
        AE8 or AR4 or AA1 or AA6 or AA7 or AA8 => Sta13,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static Dictionary<(UlEvent, UlState), UlAction> Rows()
    {
        var rows = new Dictionary<(UlEvent, UlState), UlAction>();
        Add(Evt1, AE1, Sta1);
        Add(Evt2, AE2, Sta4);
        Add(Evt3, AA1, Sta2);
        Add(Evt3, AE3, Sta5);
        Add(Evt3, AA8, Sta3, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt3, AA6, Sta13);
        Add(Evt4, AA1, Sta2);
        Add(Evt4, AE4, Sta5);
        Add(Evt4, AA8, Sta3, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt4, AA6, Sta13);
        Add(Evt5, AE5, Sta1);
        Add(Evt6, AE6, Sta2);
        Add(Evt6, AA8, Sta3, Sta5, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt6, AA7, Sta13);
        Add(Evt7, AE7, Sta3);
        Add(Evt8, AE8, Sta3);
        Add(Evt9, DT1, Sta6);
        Add(Evt9, AR7, Sta8);
        Add(Evt10, AA1, Sta2);
        Add(Evt10, DT2, Sta6);
        Add(Evt10, AR6, Sta7);
        Add(Evt10, AA8, Sta3, Sta5, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt10, AA6, Sta13);
        Add(Evt11, AR1, Sta6);
        Add(Evt12, AA1, Sta2);
        Add(Evt12, AR2, Sta6);
        Add(Evt12, AR8, Sta7);
        Add(Evt12, AA8, Sta3, Sta5, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt12, AA6, Sta13);
        Add(Evt13, AA1, Sta2);
        Add(Evt13, AR3, Sta7, Sta11);
        Add(Evt13, AR10, Sta10);
        Add(Evt13, AA8, Sta3, Sta5, Sta6, Sta8, Sta9, Sta12);
        Add(Evt13, AA6, Sta13);
        Add(Evt14, AR4, Sta8, Sta12);
        Add(Evt14, AR9, Sta9);
        Add(Evt15, AA2, Sta4);
        Add(Evt15, AA1, Sta3, Sta5, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt16, AA2, Sta2, Sta13);
        Add(Evt16, AA3, Sta3, Sta5, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt17, AA5, Sta2);
        Add(Evt17, AA4, Sta3, Sta4, Sta5, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt17, AR5, Sta13);
        Add(Evt18, AA2, Sta2, Sta13);
        Add(Evt19, AA1, Sta2);
        Add(Evt19, AA8, Sta3, Sta5, Sta6, Sta7, Sta8, Sta9, Sta10, Sta11, Sta12);
        Add(Evt19, AA7, Sta13);
        return rows;

        void Add(UlEvent @event, UlAction action, params ReadOnlySpan<UlState> states)
        {
            foreach (UlState state in states)
            {
                rows.Add((@event, state), action);
            }
        }
    }
}
