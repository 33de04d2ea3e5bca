using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Asking;

/// <summary>Looks through open questions: who is to be reminded now, when the last one's days are over, when to look again.</summary>
internal sealed class AskReview(Cohort cohort, int days, DateTimeOffset now)
{
    /// <summary>How soon to look again while invitations wait for their turn to be sent.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>So soon after the question, or another reminder, that came late, one more is no use to anybody.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(12);

    private readonly List<DueReminder> due = [];

    public int Open { get; private set; }

    /// <summary>Some invitations have not been sent yet.</summary>
    public bool Waiting { get; private set; }

    /// <summary>When the last of them was asked; null: none was.</summary>
    public DateTimeOffset? LastSent { get; private set; }

    /// <summary>The last deadline of those who were asked.</summary>
    public DateTimeOffset Ends { get; private set; } = DateTimeOffset.MinValue;

    public DateTimeOffset? Next { get; private set; }

    public IReadOnlyList<DueReminder> Due => due;

    public void Add(Stored<Ask> ask)
    {
        Open++;
        if (ask.Value.SentAt is not { } sent)
        {
            Waiting = true;
            NextAt(now + Soon);
            return;
        }

        LastSent = LastSent > sent ? LastSent : sent;
        var deadlines = new Deadline(cohort, sent, days);
        if (deadlines.End > Ends)
        {
            Ends = deadlines.End;
        }

        if (deadlines.End > now)
        {
            NextAt(deadlines.End);
        }

        foreach (var moment in deadlines.Reminders)
        {
            if (moment > now)
            {
                NextAt(moment);
            }
            else if (moment > (ask.Value.RemindedAt ?? sent) + Quiet && deadlines.End > now)
            {
                due.Add(new(ask, deadlines.End));
                break;
            }
        }
    }

    private void NextAt(DateTimeOffset moment) => Next = Next is { } next && next < moment ? next : moment;
}

/// <param name="End">Until when it can be answered, as things stand.</param>
public readonly record struct DueReminder(Stored<Ask> Ask, DateTimeOffset End);
