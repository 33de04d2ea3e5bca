using System.Text.Json.Serialization;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What a rehearsal came to; the JSON that <c>rehearse --json</c> prints.</summary>
public sealed record Figures
{
    public required int Participants { get; init; }

    public required int Mentors { get; init; }

    public required int Mentees { get; init; }

    /// <summary>
    /// Formed at any time: both accepted. Who lost a partner and found another counts in two pairs, and so may a mentor
    /// with room for two: there can be more pairs than people who had a partner.
    /// </summary>
    public required int Pairs { get; init; }

    /// <summary>Of those pairs, the ones that ended before their time: somebody left, or wished for another partner.</summary>
    public required int PairsParted { get; init; }

    /// <summary>Had a partner at any time; with <see cref="UnmatchedMentees"/> all mentees.</summary>
    public required int MatchedMentees { get; init; }

    /// <summary>Had a partner at any time; with <see cref="UnmatchedMentors"/> all mentors.</summary>
    public required int MatchedMentors { get; init; }

    /// <summary>Never had a partner: did not answer, was declined, or there was nobody for them.</summary>
    public required int UnmatchedMentees { get; init; }

    /// <summary>Never had a partner; where there are more mentors than mentees, most of them for want of one.</summary>
    public required int UnmatchedMentors { get; init; }

    /// <summary>Pairs in which one is the other's manager or manager's manager, or both have the same manager.</summary>
    public required int PairsInReportingLine { get; init; }

    /// <summary>Left out where the cohort meets in pairs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CirclesPlayed? Circles { get; init; }

    public required IReadOnlyList<PhaseRecord> Phases { get; init; }

    public required int SessionsPlanned { get; init; }

    public required int SessionsHeld { get; init; }

    /// <summary>Held within the cohort's rebooking days of the time that was first planned.</summary>
    public required int SessionsHeldInTime { get; init; }

    /// <summary>New times that sessions got, for whatever reason.</summary>
    public required int SessionsRebooked { get; init; }

    public required int SessionsMissed { get; init; }

    public required int MailsSent { get; init; }

    /// <summary>Mails that were handed over more than once.</summary>
    public required int MailsTwice { get; init; }

    /// <summary>Of those who ever had a partner or a circle, how many mails each got.</summary>
    public required MailsPerPerson MailsPerPerson { get; init; }

    /// <summary>The most mails that anybody got in one month of the calendar.</summary>
    public required int MailsWorstMonth { get; init; }

    /// <summary>The same within any thirty days in a row.</summary>
    public required int MailsWorstThirtyDays { get; init; }

    /// <summary>On a Saturday or Sunday, or on a holiday as the product knows them, where the reader lives.</summary>
    public required int MailsOnWeekends { get; init; }

    /// <summary>On other days before 7 or from 19 h on, where the reader lives.</summary>
    public required int MailsOffHours { get; init; }

    /// <summary>
    /// Of those outside decent hours, the ones that may: what somebody did changes a session that is soon. All others
    /// should not have gone then.
    /// </summary>
    public required int MailsEchoes { get; init; }

    /// <summary>Forms that were taken.</summary>
    public required int Answers { get; init; }

    public required double VirtualDays { get; init; }

    public double Seconds { get; init; }

    public double PeakMegabytes { get; init; }

    public static async Task<Figures> Count(Rehearsal rehearsal, CancellationToken cancel)
    {
        var (store, partition) = (rehearsal.Store, Rows.Partition(rehearsal.Cohort));
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel);
        var line = await store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line), cancel).Select(row => row.Value).ToListAsync(cancel);
        var repository = new MeetingRepository(store, rehearsal.Cohort);
        var begun = await repository.All(cancel).Select(meeting => meeting.Value).Where(meeting => meeting.StartedAt is not null).ToListAsync(cancel);
        Meeting[] formed = [.. begun.Where(meeting => meeting.Kind is MeetingKind.Pair)], circles = [.. begun.Where(meeting => meeting.Kind is MeetingKind.Circle)];
        var sessions = await repository.AllSessions(cancel).Select(session => session.Value).ToListAsync(cancel);
        var days = (await store.Read<Cohort>(partition, Rows.Cohort, cancel))!.Value.Settings.RebookingDays;
        var paired = await store.PairedPeople(rehearsal.Cohort, cancel);
        var managers = people.Select(person => (person.Id, person.ManagerId)).Concat(line.Select(manager => (manager.Id, manager.ManagerId)))
            .ToDictionary(entry => entry.Id, entry => entry.ManagerId);
        var state = await rehearsal.State(cancel);
        var mails = await MailFigures.Count(rehearsal, people, paired, cancel);
        return new()
        {
            Participants = people.Count,
            Mentors = people.Count(person => person.Role is Role.Mentor),
            Mentees = people.Count(person => person.Role is Role.Mentee),
            Pairs = formed.Length,
            PairsParted = formed.Count(pair => pair.Status is MeetingStatus.Ended),
            MatchedMentees = people.Count(person => person.Role is Role.Mentee && paired.Contains(person.Id)),
            MatchedMentors = people.Count(person => person.Role is Role.Mentor && paired.Contains(person.Id)),
            UnmatchedMentees = people.Count(person => person.Role is Role.Mentee && !paired.Contains(person.Id)),
            UnmatchedMentors = people.Count(person => person.Role is Role.Mentor && !paired.Contains(person.Id)),
            PairsInReportingLine = formed.Count(pair => ReportingLines.AreIn(pair.Mentor, pair.Mentee, managers)),
            Circles = circles.Length == 0 ? null : new(
                circles.Length,
                circles.SelectMany(circle => circle.Everybody).Distinct().Count(),
                circles.Count(circle => circle.Status is MeetingStatus.Ended),
                circles.Sum(circle => circle.Former.Count),
                circles.Sum(circle => Twos(circle).Count(two => ReportingLines.AreIn(two.One, two.Other, managers)))),
            Phases = state.Past,
            SessionsPlanned = formed.Sum(pair => pair.SessionsPlanned) + circles.Sum(circle => circle.SessionsPlanned),
            SessionsHeld = sessions.Count(session => session.Status is SessionStatus.Held),
            SessionsHeldInTime = sessions.Count(session =>
                session.Status is SessionStatus.Held && session.Time.End <= session.FirstTime.End.AddDays(days)),
            SessionsRebooked = sessions.Sum(session => session.Sequence),
            SessionsMissed = sessions.Count(session => session.Status is SessionStatus.Missed),
            MailsSent = rehearsal.WireCounts.MailsSent,
            MailsTwice = rehearsal.WireCounts.MailsTwice,
            MailsPerPerson = mails.PerPerson,
            MailsWorstMonth = mails.WorstMonth,
            MailsWorstThirtyDays = mails.WorstThirtyDays,
            MailsOnWeekends = mails.OnWeekends,
            MailsOffHours = mails.OffHours,
            MailsEchoes = mails.Echoes,
            Answers = rehearsal.WireCounts.Answers,
            VirtualDays = Math.Round((rehearsal.Time.Now - rehearsal.Begins).TotalDays, 2),
        };
    }

    private static IEnumerable<(PersonId One, PersonId Other)> Twos(Meeting circle) => circle.Members.SelectMany(
        (one, at) => circle.Members.Skip(at + 1).Select(other => (one.Person, other.Person)));
}

/// <param name="Formed">Begun.</param>
/// <param name="People">Who are or were in one.</param>
/// <param name="Ended">Before the last session.</param>
/// <param name="Left">Times that somebody left one.</param>
/// <param name="InReportingLine">Twos of one circle in which one is the other's manager or manager's manager, or both have the same manager.</param>
public sealed record CirclesPlayed(int Formed, int People, int Ended, int Left, int InReportingLine);
