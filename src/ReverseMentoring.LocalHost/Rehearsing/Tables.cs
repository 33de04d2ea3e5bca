using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Reports;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Writes a rehearsal as CSV tables, ordered by virtual time and id, so that every figure can be recounted.</summary>
public static class Tables
{
    /// <summary>The pairs that were allowed when the first matching ran; later they can't be told any more.</summary>
    public static async Task WriteCandidates(Rehearsal rehearsal, string folder, CancellationToken cancel)
    {
        var cohort = (await rehearsal.Store.Read<Cohort>(Rows.Partition(rehearsal.Cohort), Rows.Cohort, cancel))!.Value;
        var request = await new MatchingRequestReader(rehearsal.Store, cohort).ReadRequest(cancel);
        await Write(folder, "candidates.csv", ScoredPair.All(request).Select(pair => new { pair.Mentor, pair.Mentee, pair.Score }), cancel);
    }

    public static async Task WriteAll(Rehearsal rehearsal, string folder, CancellationToken cancel)
    {
        var (store, partition) = (rehearsal.Store, Rows.Partition(rehearsal.Cohort));
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel);
        await Write(folder, "people.csv", people.Select(person => new
        {
            person.Id, person.Email, person.Role, person.Department, person.Level, person.ManagerId, person.TimeZone, person.Language, person.Capacity, person.LeftAt,
        }), cancel);
        var answers = await store.Query(partition, KeyRange.Prefix(Rows.Answer), cancel).Select(Answer).ToListAsync(cancel);
        await Write(folder, "answers.csv", answers.OrderBy(answer => answer.At).ThenBy(answer => answer.Key, StringComparer.Ordinal), cancel);
        var repository = new MeetingRepository(store, rehearsal.Cohort);
        var pairs = await repository.All(MeetingKind.Pair, cancel).ToListAsync(cancel);
        await Write(folder, "pairs.csv", pairs.OrderBy(pair => pair.ProposedAt).ThenBy(pair => pair.Id).Select(pair => new
        {
            pair.Id, pair.Mentor, pair.Mentee, pair.Round, pair.Score, pair.Status, pair.ProposedAt, ConfirmedAt = pair.StartedAt, pair.EndedAt, pair.SessionsPlanned,
            Topics = string.Join(' ', pair.Exchange.Taught.Select(topic => topic.Topic).Distinct()),
            Returned = string.Join(' ', pair.Exchange.Returned.Select(topic => topic.Topic).Distinct()),
        }), cancel);
        var circles = await repository.All(MeetingKind.Circle, cancel).ToListAsync(cancel);
        if (circles.Count > 0)
        {
            await Write(folder, "circles.csv", circles.OrderBy(circle => circle.StartedAt).ThenBy(circle => circle.Id).SelectMany(
                circle => circle.Members.Select(member => new
                {
                    circle.Id, circle.Round, circle.Status, circle.StartedAt, circle.EndedAt, circle.SessionsPlanned, member.Person, member.Role,
                })), cancel);
        }

        var sessions = await repository.AllSessions(cancel).Select(session => session.Value).ToListAsync(cancel);
        await Write(folder, "sessions.csv", sessions.OrderBy(session => session.Time.Start).ThenBy(session => session.Id, StringComparer.Ordinal).Select(session => new
        {
            session.Meeting, session.Number, session.Status, session.Time.Start, session.Time.End, FirstStart = session.FirstTime.Start, session.Sequence,
        }), cancel);
        var notes = await store.Query<PairNotes>(partition, KeyRange.Prefix(Rows.PairNotes), cancel).Select(row => row.Value).ToListAsync(cancel);
        await Write(folder, "commitments.csv", notes.SelectMany(one => one.Commitments, (one, commitment) => new
        {
            one.Meeting, one.Person, commitment.Session, commitment.MayBeShown, Seen = notes.Any(other => other.Meeting == one.Meeting && other.Seen.Contains(commitment.Session)),
        }), cancel);
        var mails = await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail), cancel).Select(row => row.Value).ToListAsync(cancel);
        await Write(folder, "mails.csv", mails.OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.Name, StringComparer.Ordinal).Select(mail => new
        {
            mail.Name, mail.Kind, mail.Person, mail.ToDelegate, mail.QueuedAt, mail.State, mail.At, mail.Reason, Along = string.Join(' ', mail.Along ?? []),
        }), cancel);
        var unmatched = await store.Query<UnmatchedPerson>(partition, KeyRange.Prefix(Rows.Unmatched), cancel)
            .Select(row => new { Person = row.Value.Id, row.Value.Candidates, row.Value.Reason }).ToListAsync(cancel);
        await Write(folder, "unmatched.csv", unmatched, cancel);
        await Write(folder, "lots.csv", await store.Query<Lot>(partition, KeyRange.Prefix(Rows.Lot), cancel).Select(row => new { row.Value.Person, row.Value.Waits }).ToListAsync(cancel), cancel);
        if (await store.Read<MatchSummary>(partition, Rows.Result, cancel) is { Value: var matched })
        {
            await Write(folder, "rule-costs.csv", matched.RuleCosts.Select(cost => new { cost.Rule, cost.Mentors, cost.Mentees }), cancel);
        }

        if (await store.ReadReport(rehearsal.Cohort, cancel) is { } report)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), StoredJson.Write(report), cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "report.csv"), ReportCsv.Write(report, []), cancel);
        }
    }

    private static AnswerRow Answer(Row row)
    {
        var answer = StoredJson.Parse<Answer<System.Text.Json.JsonElement>>(row.Body);
        var id = answer.Id;
        return new(answer.At, row.Key, id.Scope, id.Form, id.Number, id.Person, answer.Value.GetRawText());
    }

    private static async Task Write<T>(string folder, string name, IEnumerable<T> rows, CancellationToken cancel)
    {
        await using var file = new StreamWriter(Path.Combine(Directory.CreateDirectory(folder).FullName, name));
        await using var csv = new CsvWriter(file, CultureInfo.InvariantCulture);
        csv.Context.TypeConverterOptionsCache.GetOptions<DateTimeOffset>().Formats = ["yyyy-MM-dd'T'HH:mm:ss'Z'"];
        csv.Context.TypeConverterOptionsCache.GetOptions<DateTimeOffset?>().Formats = ["yyyy-MM-dd'T'HH:mm:ss'Z'"];
        csv.Context.TypeConverterCache.AddConverter<PersonId>(new IdText());
        csv.Context.TypeConverterCache.AddConverter<MeetingId>(new IdText());
        await csv.WriteRecordsAsync(rows, cancel);
    }

    private sealed record AnswerRow(DateTimeOffset At, string Key, string Scope, FormKind Form, int Number, PersonId Person, string Value);

    /// <summary>Ids are written as their texts.</summary>
    private sealed class IdText : DefaultTypeConverter
    {
        public override string ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) => value?.ToString() ?? "";
    }
}
