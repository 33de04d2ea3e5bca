using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Erasure;

/// <summary>Erases all personal data of a cohort: what stays is its name, its way through the phases, and the report's figures.</summary>
public sealed class CohortErasure(IEnumerable<IErases> places)
{
    /// <summary>People last: they say whose bookings are to go.</summary>
    private static readonly string[] Prefixes =
    [
        Rows.Ask, Rows.Answer, Rows.Command, Rows.Session, Rows.History, Rows.Event, Rows.CalendarWatch, Rows.Pair, Rows.PairOf, Rows.EarlierPair, "waiting.", Rows.Seeking, Rows.FreeTime, Rows.Unmatched,
        Rows.Queue, Rows.Mail, Rows.Message, Rows.Newcomer, Rows.Line, Rows.Rules, Rows.Result, Rows.Topics, Rows.Curation,
    ];

    public async Task Erase(Turn turn, CancellationToken cancel)
    {
        foreach (var place in places)
        {
            await place.Erase(turn.Cohort, cancel);
        }

        foreach (var prefix in Prefixes)
        {
            await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(prefix), cancel);
        }

        var bookings = new BookingBook(turn.Store);
        await foreach (var person in turn.People(cancel))
        {
            await bookings.Forget(person.Id, turn.Cohort.Id, cancel);
        }

        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.Person), cancel);
        var nobody = new Contacts(new Contact("", ""));
        var neutral = turn.Cohort with { Settings = turn.Cohort.Settings with { Contacts = nobody } };
        await turn.Save(
            turn.State with { Status = CycleStatus.Erased, Phase = PhaseNames.Erased },
            [Documents.Put(Rows.Cohort, neutral)], cancel);
        if (turn.Store is IForgettingStore forgetting)
        {
            await forgetting.Forget(cancel);
        }
    }
}
