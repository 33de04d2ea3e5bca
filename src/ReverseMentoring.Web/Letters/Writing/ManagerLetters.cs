using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Notices to the programme manager: what waits for a decision, what should be looked at.</summary>
internal sealed class ManagerLetters(IStore store, ProgrammeAddress programme) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } =
        [MailKind.ReviewReady, MailKind.ReviewReminder, MailKind.TurnoutLow, MailKind.ReportReady];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var (kind, state, voice) = (occasion.Mail.Kind, occasion.State, occasion.Voice);
        if (kind is MailKind.ReviewReady or MailKind.ReviewReminder && (state.Phase != PhaseNames.Review || state.Approved))
        {
            return Draft.Drop(DropReason.Reviewed);
        }

        var pairs = kind is not (MailKind.ReviewReady or MailKind.ReviewReminder) ? "" : await Found(occasion, cancel);
        var rule = occasion.Cohort.Settings.Turnout;
        return new(
            $"{kind}", ("pairs", pairs), ("days", voice.Count("Days", rule.ExtendDays)),
            ("minimum", rule.Minimum.ToString("P0", voice.Culture)))
        {
            Url = programme.Cohort(occasion.Cohort.Id),
        };
    }

    /// <summary>"12 pairs", or "4 circles".</summary>
    private async Task<string> Found(Occasion occasion, CancellationToken cancel) =>
        await store.Read<CircleSummary>(occasion.Partition, CircleSummary.Key, cancel) is { } circles ? occasion.Voice.Count("Circles", circles.Value.Circles)
        : await store.Read<MatchSummary>(occasion.Partition, Rows.Result, cancel) is { } result ? occasion.Voice.Count("Pairs", result.Value.Figures.Pairs)
        : "";
}
