using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Sessions;

/// <summary>Finds the words for a session's event in a calendar; implemented where texts are.</summary>
public interface IEventWriter
{
    Task<EventText> Write(Cohort cohort, Pair pair, Session session, Person mentee, Person mentor, CancellationToken cancel);

    /// <summary>What attendees read when a session is taken out of their calendars.</summary>
    string Cancelled(Cohort cohort);
}

/// <param name="Agenda">A paragraph each, plain text.</param>
/// <param name="Topics">The pair's topics.</param>
public sealed record EventText(string Subject, IReadOnlyList<string> Agenda, IReadOnlyList<string> Topics);
