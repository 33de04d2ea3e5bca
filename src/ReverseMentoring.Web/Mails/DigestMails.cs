using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>The manager's Monday mail. It says what pages say, by the clock and of all together: nobody's name, and nothing that somebody did.</summary>
internal sealed class DigestMails(IStore store, NeedReader needs, ProgrammeAddress programme) : IMailTemplate
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What begins later than in so many days is not told yet.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(28);

    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.WeeklyDigest];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var cohort = context.Cohort.Id;
        var repository = new MeetingRepository(store, cohort);
        var sessions = await repository.AllSessions(cancel).Select(row => row.Value).Where(session => session is { Status: not SessionStatus.Missed, UnscheduledAt: null }).ToListAsync(cancel);
        var found = await needs.Read(new(context.Cohort, context.State), cancel);
        var standing = await store.ReadStanding(cohort, context.State, cancel);
        var texts = new NeedTexts(context.Cohort, context.Localizer);
        return new($"{MailKind.WeeklyDigest}", ("needs", texts.Title(found.Count)))
        {
            Url = programme.Cohort(cohort),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["needs"] = found.Count == 0
                    ? [new Paragraph(texts.Title(0) + ".")]
                    : [.. found.SelectMany(need => new Block[] { new LinkList([new(texts.What(need), $"{programme.Cohort(cohort)}/{NeedAddresses.PlaceOf(need)}".TrimEnd('/'))]), new Paragraph(texts.ToDo(need)) })],
                ["happened"] = Points(context, Happened(context, standing, sessions, await TurnoutOf(context, cancel))),
                ["coming"] = Points(context, Coming(context, standing.MayCountSessions(context.Cohort) ? sessions : [], Schedule.Estimate(context.Cohort, context.State, standing, [.. await Asked(context, cancel), .. await AskedBefore(context, cancel)], context.Now))),
            },
        };
    }

    private static IEnumerable<string> Happened(MailContext context, CohortStanding standing, IReadOnlyCollection<Session> sessions, Turnout turnout)
    {
        foreach (var past in context.State.Past.Where(past => past.ClosedAt > context.Now - Week && PhaseCatalogue.Find(past.Name).ShownAs is null))
        {
            yield return context.Localizer.Say("Digest.Ended", ("phase", PhaseOf(context, past.Name)), ("day", context.Localizer.Day(context.Cohort.DayOfEnd(past.ClosedAt))));
        }

        if (turnout is not Turnout.NotTold)
        {
            yield return context.Localizer.Say($"Digest.Turnout.{turnout}");
        }

        var running = standing.Meetings.Statuses[MeetingStatus.Running];
        if (running > 0 && context.State.Phase is PhaseNames.Sessions)
        {
            yield return context.Localizer.Count(context.Cohort.HasCircles ? "Circle.Digest.Running" : "Digest.Running", running);
        }

        var over = sessions.Count(session => session.StandingOf(context.Now) is SessionStanding.Over && session.Time.End > context.Now - Week);
        if (over > 0 && standing.MayCountSessions(context.Cohort))
        {
            yield return context.Localizer.Count("Digest.Over", over);
        }
    }

    private static IEnumerable<string> Coming(MailContext context, IReadOnlyCollection<Session> sessions, Schedule schedule)
    {
        var phase = PhaseOf(context, PhaseCatalogue.Find(context.State.Phase).ShownAs ?? context.State.Phase);
        yield return schedule switch
        {
            { Ends: null } => context.Localizer.Say("Digest.Waits", ("phase", phase)),
            { AskedUntil: { } asked, Ends: { } looked } => context.Localizer.Say("Digest.Asks", ("phase", phase), ("day", Day(asked)), ("look", Day(looked))),
            { Ends: { } looked } when context.State is { Phase: PhaseNames.CallForTopics, AnsweredAt: not null } && !schedule.AreMoreAsked =>
                context.Localizer.Say("Digest.Looks", ("phase", phase), ("day", Day(looked))),
            { Ends: { } ends } => context.Localizer.Say("Digest.Until", ("phase", phase), ("day", Day(ends))),
        };
        var coming = sessions.Count(session => session.Time.Start > context.Now && session.Time.Start <= context.Now + Week);
        if (coming > 0)
        {
            yield return context.Localizer.Count("Digest.Coming", coming);
        }

        foreach (var (name, begins) in schedule.Begins.Where(next => schedule.Ends is not null && next.Value <= context.Now + Ahead && PhaseCatalogue.Find(next.Key).ShownAs is null))
        {
            yield return context.Localizer.Say("Digest.Begins", ("phase", PhaseOf(context, name)), ("day", context.Localizer.Day(begins)));
        }

        string Day(DateTimeOffset end) => context.Localizer.Day(end.AddMinutes(-1));
    }

    private async Task<Turnout> TurnoutOf(MailContext context, CancellationToken cancel)
    {
        var answers = await store.Query<AnswerReceipt>(context.Partition, KeyRange.Prefix(AskId.AnswersOf(context.State.Phase)), cancel)
            .Select(answer => answer.Value.At).ToListAsync(cancel);
        return PhaseCatalogue.Find(context.State.Phase).IsAsking
            ? Turnouts.Today(context.Cohort, context.State, answers, context.Now)
            : Turnout.NotTold;
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> Asked(MailContext context, CancellationToken cancel) =>
        await store.Query<Ask>(context.Partition, KeyRange.Prefix(AskId.AsksOf(context.State.Phase)), cancel).Select(ask => ask.Value.SentAt).ToListAsync(cancel);

    /// <summary>When those were asked who have answered: no answer moves the end that is told.</summary>
    private async Task<IReadOnlyList<DateTimeOffset?>> AskedBefore(MailContext context, CancellationToken cancel) =>
        await store.Query<AnswerReceipt>(context.Partition, KeyRange.Prefix(AskId.AnswersOf(context.State.Phase)), cancel).Select(answer => answer.Value.AskedAt).ToListAsync(cancel);

    private static IReadOnlyList<Block> Points(MailContext context, IEnumerable<string> points) =>
        points.ToArray() is { Length: > 0 } some ? [new PointList(some)] : [new Paragraph(context.Localizer.Say("Digest.Quiet"))];

    private static string PhaseOf(MailContext context, string phase) => Texts.Shared.Text(context.Localizer.Culture, $"Phase.{phase}");
}
