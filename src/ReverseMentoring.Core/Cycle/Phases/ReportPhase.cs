using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>The manager gets the report, the participants are thanked.</summary>
public sealed class ReportPhase : IPhase
{
    public string Name => PhaseNames.Report;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        if (turn.State.OpenedAt is null)
        {
            var report = await new ReportWriter(turn.Store, turn.Cohort, turn.State).Write(turn.Now, cancel);
            await turn.Save(
                turn.State with { OpenedAt = turn.Now },
                [Documents.Put(Rows.Report, report), .. turn.ToManager(MailKind.ReportReady)], cancel);
        }

        var paired = await turn.Store.PairedPeople(turn.Cohort.Id, cancel);
        await turn.SaveEach(
            turn.People(cancel).Where(person => person.IsActive && paired.Contains(person.Id)),
            person => person.Id,
            person => new Mail
            {
                Name = Names.Of("thanks", person.Id),
                Kind = MailKind.Thanks,
                Person = person.Id,
                QueuedAt = turn.Now,
            }.Insert(),
            cancel);
        return Move.GoTo(PhaseNames.Retention, turn.State.Invited);
    }
}
