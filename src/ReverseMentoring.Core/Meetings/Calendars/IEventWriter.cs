using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Meetings.Calendars;

/// <summary>Finds the words for a session's event in a calendar; implemented where texts are.</summary>
public interface IEventWriter
{
    /// <param name="cohort">Whose session it is.</param>
    /// <param name="meeting">The pair or circle.</param>
    /// <param name="session">Which of its sessions.</param>
    /// <param name="people">All who are in the meeting, leaders first.</param>
    /// <param name="cancel">Cancels reads.</param>
    Task<EventText> Write(Cohort cohort, Meeting meeting, Session session, IReadOnlyList<Person> people, CancellationToken cancel);

    /// <summary>What attendees read when a session is taken out of their calendars.</summary>
    string Cancelled(Cohort cohort);
}

/// <param name="Agenda">A paragraph each, plain text.</param>
/// <param name="Topics">What a pair is about; none for a circle.</param>
public sealed record EventText(string Subject, IReadOnlyList<string> Agenda, IReadOnlyList<string> Topics);
