using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Works a certificate out from sessions that were held. Nothing is kept of it.</summary>
public sealed class CertificateReader(IStore store)
{
    /// <returns>Null where no pair or circle of theirs went on to its end, or none of its sessions was held with them.</returns>
    public async Task<Certificate?> Find(Cohort cohort, Person person, CancellationToken cancel = default)
    {
        var repository = new MeetingRepository(store, cohort.Id);
        var (sessions, topics) = (new List<Session>(), new List<TopicId>());
        await foreach (var meeting in repository.OfPerson(person.Id, cancel).Where(meeting => meeting.RanItsCourse && meeting.Has(person.Id)))
        {
            var held = await repository.Sessions(meeting.Id, cancel).Select(row => row.Value)
                .Where(session => session.Status is SessionStatus.Held && !session.Misses(person.Id)).ToListAsync(cancel);
            sessions.AddRange(held);
            topics.AddRange(held.Count == 0 ? [] : TopicsOf(meeting, held));
        }

        if (sessions.Count == 0)
        {
            return null;
        }

        var days = sessions.Select(session => person.ZoneAt(session.Time.Start).DateAt(session.Time.Start)).ToArray();
        return new(person.Name, cohort.Settings.Name, person.Role, sessions.Count, sessions.Sum(session => (int)(session.Time.End - session.Time.Start).TotalMinutes), days.Min(), days.Max())
        {
            Topics = [.. topics.Distinct()],
            Company = cohort.Settings.Branding.Company,
        };
    }

    private static IEnumerable<TopicId> TopicsOf(Meeting meeting, IReadOnlyList<Session> held) => meeting.Kind is MeetingKind.Circle
        ? held.Select(session => meeting.TurnOf(session.Number)?.Topic).OfType<TopicId>()
        : meeting.Exchange.Taught.Concat(meeting.Exchange.Returned).Select(topic => topic.Topic);
}
