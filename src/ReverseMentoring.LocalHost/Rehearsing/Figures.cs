using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

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
        var book = new PairBook(store, rehearsal.Cohort);
        var formed = await book.All(cancel).Select(pair => pair.Value).Where(pair => pair.ConfirmedAt is not null).ToListAsync(cancel);
        var sessions = await book.AllSessions(cancel).Select(session => session.Value).ToListAsync(cancel);
        var days = (await store.Read<Cohort>(partition, Rows.Cohort, cancel))!.Value.Settings.RebookingDays;
        var paired = formed.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).ToHashSet(StringComparer.Ordinal);
        var managers = people.Select(person => (person.Id, person.ManagerId)).Concat(line.Select(manager => (manager.Id, manager.ManagerId)))
            .ToDictionary(entry => entry.Id, entry => entry.ManagerId, StringComparer.Ordinal);
        var state = await rehearsal.State(cancel);
        return new()
        {
            Participants = people.Count,
            Mentors = people.Count(person => person.Role is Role.Mentor),
            Mentees = people.Count(person => person.Role is Role.Mentee),
            Pairs = formed.Count,
            PairsParted = formed.Count(pair => pair.Status is PairStatus.Ended),
            MatchedMentees = people.Count(person => person.Role is Role.Mentee && paired.Contains(person.Id)),
            MatchedMentors = people.Count(person => person.Role is Role.Mentor && paired.Contains(person.Id)),
            UnmatchedMentees = people.Count(person => person.Role is Role.Mentee && !paired.Contains(person.Id)),
            UnmatchedMentors = people.Count(person => person.Role is Role.Mentor && !paired.Contains(person.Id)),
            PairsInReportingLine = formed.Count(pair => IsInLine(pair, managers)),
            Phases = state.Past,
            SessionsPlanned = formed.Sum(pair => pair.SessionsPlanned),
            SessionsHeld = sessions.Count(session => session.Status is SessionStatus.Held),
            SessionsHeldInTime = sessions.Count(session =>
                session.Status is SessionStatus.Held && session.Time.End <= session.FirstTime.End.AddDays(days)),
            SessionsRebooked = sessions.Sum(session => session.Sequence),
            SessionsMissed = sessions.Count(session => session.Status is SessionStatus.Missed),
            MailsSent = rehearsal.Tally.MailsSent,
            MailsTwice = rehearsal.Tally.MailsTwice,
            Answers = rehearsal.Tally.Answers,
            VirtualDays = Math.Round((rehearsal.Time.Now - rehearsal.Begins).TotalDays, 2),
        };
    }

    /// <summary>Two steps up or down, or a shared manager: what no policy may allow.</summary>
    private static bool IsInLine(Pair pair, Dictionary<string, string?> managers)
    {
        var (above, below) = (Above(pair.Mentor), Above(pair.Mentee));
        return above.Contains(pair.Mentee) || below.Contains(pair.Mentor) || (above is [var one, ..] && below is [var other, ..] && one == other);

        List<string> Above(string person)
        {
            var line = new List<string>();
            for (var at = managers.GetValueOrDefault(person); at is not null && line.Count < 2; at = managers.GetValueOrDefault(at))
            {
                line.Add(at);
            }

            return line;
        }
    }
}
