using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Standings;

namespace ReverseMentoring.Core.Needs;

/// <summary>What is known of a cohort when somebody asks what it needs: nothing that anybody has answered, but how many have as everybody is told.</summary>
/// <param name="Turnout">Of the phase's questions.</param>
/// <param name="Mails">How its mails fare.</param>
/// <param name="Directory">What the directory last knew of its people.</param>
/// <param name="Now">The moment.</param>
public sealed record NeedFacts(
    Cohort Cohort, CycleState State, CohortStanding Standing, IReadOnlyCollection<Meeting> Meetings, IReadOnlyCollection<Session> Sessions,
    Turnout Turnout, MailCondition Mails, DirectoryFinding Directory, DateTimeOffset Now)
{
    private readonly ILookup<Vocabulary.MeetingId, Session> sessionsOf = Sessions.ToLookup(session => session.Meeting);

    /// <summary>Who would have something put right in the list.</summary>
    public IReadOnlyList<Vocabulary.PersonId> ToCorrect { get; init; } = [];

    /// <summary>How many who came by themselves wait for the manager to admit them.</summary>
    public int ToAdmit { get; init; }

    /// <summary>How many wait by a draw: nobody has to do anything about it.</summary>
    public int Waiting { get; init; }

    public bool Runs => State.Status is CycleStatus.Running;

    public bool IsIn(string phase) => Runs && State.Phase == phase;

    public IEnumerable<Session> SessionsOf(Meeting meeting) => sessionsOf[meeting.Id];

    /// <summary>
    /// When the mail that has waited longest for its turn will have waited for a working day: whoever approves on a Saturday, or has paused the cohort, knows
    /// why mails wait. Null: none does.
    /// </summary>
    public DateTimeOffset? MailsOverdue
    {
        get
        {
            if (Mails.WaitingSince is not { } queued)
            {
                return null;
            }

            var (zone, days) = (Cohort.Zone, Cohort.Days);
            var since = zone.Local(Cohort.OnWorkday(queued < State.ResumedAt ? State.ResumedAt.Value : queued)).DateTime;
            return zone.At(days.OnOrAfter(DateOnly.FromDateTime(since).AddDays(1)), TimeOnly.FromDateTime(since));
        }
    }

    /// <summary>More than half of the days that people have to answer are over.</summary>
    public bool IsPastHalf => PhaseCatalogue.Find(State.Phase) is { IsAsking: true, Length: { } days } && State.OpenedAt is { } opened
        && Now - opened > TimeSpan.FromDays((days(Cohort.Settings.Phases) + State.ExtraDays) / 2.0);
}
