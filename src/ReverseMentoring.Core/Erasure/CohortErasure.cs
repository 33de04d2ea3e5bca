using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Erasure;

/// <summary>Erases all personal data of a cohort: what stays is its name, its way through the phases, and the report's figures.</summary>
public sealed class CohortErasure(IEnumerable<IErases> places, MeetingCalendar calendar, PersonRegister register, AuditLog audit, ErasureLedger ledger)
{
    /// <summary>
    /// While calendars refuse, what still stands in them can't be taken out, and without our rows nobody would know of it:
    /// erasure waits for them so long, and no longer.
    /// </summary>
    private static readonly TimeSpan CalendarPatience = TimeSpan.FromDays(2);

    /// <summary>People last: they say whose bookings are to go.</summary>
    private static readonly string[] Prefixes =
    [
        Rows.Ask, Rows.Answer, Rows.Comment, Rows.KeptCommitment, Rows.Material, Rows.Released, Rows.Command, Rows.Given, Rows.Session, Rows.PairNotes, Rows.History, Rows.Event, Rows.CalendarWatch,
        Rows.Meeting, Rows.MeetingOf,
        CircleSummary.Key, Rows.EarlierPair, Waiting.Keys, Rows.Seeking, Rows.FreeTime, Rows.Unmatched, Rows.Queue, Rows.Later, Rows.MailOf, Rows.Mailed, Rows.Held,
        Rows.Failed, Rows.Agreement, Rows.Own, Rows.Correction, Rows.ForgottenId, Rows.AuditSalt, Rows.Mail, Rows.Message, Rows.Newcomer, Rows.Line, Rows.Rules, Rows.ApartDraw, Rows.LotDraw, Rows.Lot, Rows.Result, Rows.Topics, Rows.Curation,
        Rows.Directory, Rows.DirectoryLook, Rows.Applicant, Rows.Words,
    ];

    /// <returns>When to try again; null: all is erased.</returns>
    public async Task<DateTimeOffset?> Erase(StepContext context, CancellationToken cancel)
    {
        if (await TakeOutEvents(context, cancel) is { } again)
        {
            return again;
        }

        await ledger.Note(context.Cohort.Id, cancel: cancel);
        foreach (var place in places)
        {
            await place.Erase(context.Cohort, cancel);
        }

        await audit.Add(null, "phase:erased", context.Cohort.Id, name: $"{context.Cohort.Id}:erased", cancel: cancel);
        foreach (var prefix in Prefixes)
        {
            await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(prefix), cancel);
        }

        var bookings = new BookingRepository(context.Store);
        await foreach (var person in context.People(cancel))
        {
            await bookings.Forget(person.Id, context.Cohort.Id, cancel);
        }

        await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(Rows.Person), cancel);
        await register.Forget(context.Cohort.Id, cancel);
        await context.Save(
            context.State with { Status = CycleStatus.Erased, Phase = PhaseNames.Erased },
            [Documents.Put(Rows.Cohort, context.Cohort with { Settings = WithoutNames(context.Cohort.Settings) })], cancel);
        await context.Store.ForgetWhatIsDeleted(cancel);
        return null;
    }

    /// <summary>Whom people could ask, and as whom mails came, are people too.</summary>
    private static CohortSettings WithoutNames(CohortSettings settings) => settings with
    {
        Contacts = new(new Contact("", ""), new Contact("", "")),
        Notice = settings.Notice with { Officer = null },
        Branding = settings.Branding with { Sender = null },
    };

    private async Task<DateTimeOffset?> TakeOutEvents(StepContext context, CancellationToken cancel)
    {
        var again = new List<DateTimeOffset?>();
        var standing = await context.Store.Query<SessionEventRow>(context.Partition, KeyRange.Prefix(Rows.Event), cancel)
            .Where(row => row.Value.Time.Start > context.Now).ToListAsync(cancel);
        foreach (var meeting in standing.GroupBy(row => row.Value.Meeting))
        {
            var next = await calendar.Clear(context.Cohort.Id, meeting.Key, cancel);
            if (meeting.Any(row => (row.Value.UnwantedSince ?? context.Now) + CalendarPatience > context.Now))
            {
                again.Add(next);
            }
        }

        return again.Min();
    }
}
