using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>Notices to the programme manager: what waits for a decision, what should be looked at.</summary>
internal sealed class ManagerMails(IStore store, AuditLog audit, ProgrammeAddress programme) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.TopicsReady, MailKind.ReviewReady, MailKind.ReviewReminder, MailKind.TurnoutLow, MailKind.ReportReady];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var (kind, state, localizer) = (context.Mail.Kind, context.State, context.Localizer);
        if (kind is MailKind.ReviewReady or MailKind.ReviewReminder && (state.Phase != PhaseNames.Review || state.Approved))
        {
            return MailContent.Drop(DropReason.Reviewed);
        }

        if (kind is MailKind.TopicsReady && (state.Phase != PhaseNames.CallForTopics || state.CloseNow))
        {
            return MailContent.Drop(DropReason.Reviewed);
        }

        var pairs = kind is not (MailKind.ReviewReady or MailKind.ReviewReminder) ? "" : await Found(context, cancel);
        var (rule, look) = (context.Cohort.Settings.Turnout, context.Cohort.Settings.TopicsLookDays);
        return new(
            $"{kind}", ("pairs", pairs), ("days", localizer.Count("Days", kind is MailKind.TopicsReady ? look : rule.ExtendDays)),
            ("head", kind is MailKind.ReportReady ? (await audit.Head(cancel)).Printed : ""),
            ("minimum", rule.Minimum.ToString("P0", localizer.Culture)))
        {
            Url = programme.Cohort(context.Cohort.Id) + kind switch { MailKind.TopicsReady => "/topics", MailKind.ReportReady => "/report", _ => "" },
        };
    }

    /// <summary>"12 pairs", or "4 circles".</summary>
    private async Task<string> Found(MailContext context, CancellationToken cancel)
    {
        var standing = await store.ReadStanding(context.Cohort.Id, context.State, cancel);
        return context.Localizer.Count(context.Cohort.HasCircles ? "Circles" : "Pairs", standing.Meetings.Proposals);
    }
}
