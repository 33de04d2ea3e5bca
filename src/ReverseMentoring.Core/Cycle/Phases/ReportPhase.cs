using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>The manager gets the report, and all who are still there hear that it is over, those too for whom there was nobody.</summary>
internal sealed class ReportPhase : IPhase
{
    public string Name => PhaseNames.Report;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        if (context.State.OpenedAt is null)
        {
            await context.CloseWave(WaveNames.End, cancel);
            var report = await new ReportWriter(context.Store, context.Cohort, context.State).Write(context.Now, cancel);
            await context.Save(
                context.State with { OpenedAt = context.Now },
                [Documents.Put(Rows.Report, report with { Waves = [] }), .. context.ToManager(MailKind.ReportReady)], cancel);
        }

        await context.SaveEach(
            context.People(cancel).Where(person => person.IsActive),
            person => person.Id.Value,
            person => new Mail
            {
                Name = Names.Join(MailKind.Thanks.Slug(), person.Id.Value),
                Kind = MailKind.Thanks,
                Person = person.Id,
                QueuedAt = context.Now,
            }.Insert(),
            cancel);
        return PhaseTransition.GoTo(PhaseNames.Retention, context.State.Invited);
    }
}
