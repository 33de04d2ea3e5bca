using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Steps;

/// <summary>What is different for pairs and for circles. All else stands once, in the meeting's process.</summary>
/// <typeparam name="TContext">What a step works with.</typeparam>
internal interface IMeetingPolicy<in TContext>
{
    MeetingKind Kind { get; }

    /// <summary>Without any one of them there is no session. Then an absence is waited for, and a time that some can make is none.</summary>
    bool NeedsEverybody { get; }

    /// <summary>Whether a session makes sense with these.</summary>
    bool Suffices(Meeting meeting, IReadOnlyCollection<PersonId> present);

    /// <summary>Without whom a session is none, even if the others are enough; null: nobody in particular.</summary>
    PersonId? NeededAt(Meeting meeting, int session);

    /// <summary>How many of its members have to say how to go on, so that it is clear.</summary>
    int AnswersNeeded(Meeting meeting);

    /// <summary>People come and go, where the meeting goes on.</summary>
    Task ChangeMembers(TContext context, CancellationToken cancel);

    /// <returns>Why it has to end now; null: it goes on.</returns>
    MeetingEnd? WhyEnd(TContext context);

    /// <summary>Before its series is planned.</summary>
    void Prepare(TContext context);

    /// <summary>Its series is planned: its members hear of it, or of what comes next.</summary>
    void Introduce(TContext context);

    /// <summary>Sessions have a time, or another one, to which not all of those may come who were to.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="series">All its sessions, as they are now.</param>
    void SessionsTimed(TContext context, IReadOnlyList<Session> series);

    /// <summary>It has changed who comes to a session that keeps its time.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="session">As it is now.</param>
    /// <param name="back">Those who come again.</param>
    void AttendanceChanged(TContext context, Session session, IReadOnlyList<PersonId> back);

    /// <summary>Its members hear that it has ended, and look for others.</summary>
    void SayFarewell(TContext context, MeetingEnd end);
}
