using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>Notices to the programme manager: what waits for a decision, what should be looked at.</summary>
internal sealed class ManagerMails(IStore store, ProgrammeAddress programme) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.ReviewReady, MailKind.ReviewReminder, MailKind.TurnoutLow, MailKind.ReportReady];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var (kind, state, localizer) = (context.Mail.Kind, context.State, context.Localizer);
        if (kind is MailKind.ReviewReady or MailKind.ReviewReminder && (state.Phase != PhaseNames.Review || state.Approved))
        {
            return MailContent.Drop(DropReason.Reviewed);
        }

        var pairs = kind is not (MailKind.ReviewReady or MailKind.ReviewReminder) ? "" : await Found(context, cancel);
        var rule = context.Cohort.Settings.Turnout;
        return new(
            $"{kind}", ("pairs", pairs), ("days", localizer.Count("Days", rule.ExtendDays)),
            ("minimum", rule.Minimum.ToString("P0", localizer.Culture)))
        {
            Url = programme.Cohort(context.Cohort.Id),
        };
    }

    /// <summary>"12 pairs", or "4 circles".</summary>
    private async Task<string> Found(MailContext context, CancellationToken cancel) =>
        await store.Read<CircleSummary>(context.Partition, CircleSummary.Key, cancel) is { } circles ? context.Localizer.Count("Circles", circles.Value.Circles)
        : await store.Read<MatchSummary>(context.Partition, Rows.Result, cancel) is { } result ? context.Localizer.Count("Pairs", result.Value.Figures.Pairs)
        : "";
}
