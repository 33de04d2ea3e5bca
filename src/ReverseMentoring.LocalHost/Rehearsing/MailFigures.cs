using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <param name="Median">Of an even number of people, the mean of the two in the middle.</param>
/// <param name="Max">The most that anybody got.</param>
public sealed record MailsPerPerson(double Median, int Max);

/// <summary>How many mails people get, and when.</summary>
internal sealed record MailFigures(MailsPerPerson PerPerson, int WorstMonth, int WorstThirtyDays, int OnWeekends, int OffHours, int Echoes)
{
    private const int ThirtyDays = 30;

    /// <param name="rehearsal">Of which the mails are.</param>
    /// <param name="people">All of the cohort.</param>
    /// <param name="paired">Ids of those who ever had a partner or a circle.</param>
    /// <param name="cancel">Cancels reads of holidays.</param>
    public static async Task<MailFigures> Count(Rehearsal rehearsal, IReadOnlyList<Person> people, IReadOnlySet<PersonId> paired, CancellationToken cancel)
    {
        var cohort = (await rehearsal.Store.Read<Cohort>(Rows.Partition(rehearsal.Cohort), Rows.Cohort, cancel))!.Value;
        var (known, ofManager) = (people.ToDictionary(person => person.Id), DecentHours.Of(cohort));
        var hours = new Dictionary<PersonId, DecentHours>();
        foreach (var person in people)
        {
            hours.Add(person.Id, await DecentHours.Of(rehearsal.Store, cohort, person, cancel));
        }

        WiredMail[] mails = [.. rehearsal.WireCounts.Mails];
        WiredMail[] indecent = [.. mails.Where(mail => !HoursOf(mail).Contains(mail.At))];
        var onFreeDays = indecent.Count(mail => !HoursOf(mail).IsWorkingDay((mail.Person is { } id ? known[id].ZoneAt(mail.At) : cohort.Zone).DateAt(mail.At)));
        var each = mails.Where(mail => mail is { Person: not null, ToDelegate: false }).ToLookup(mail => mail.Person!.Value, mail => mail.At);
        int[] counts = [.. paired.Select(person => each[person].Count()).Order()];
        return new(
            new(Median(counts), counts.LastOrDefault()),
            each.Select(ofPerson => ofPerson.GroupBy(at => MonthOf(known[ofPerson.Key].ZoneAt(at).DateAt(at))).Max(month => month.Count())).DefaultIfEmpty().Max(),
            each.Select(ofPerson => MostInDays([.. ofPerson.Order()])).DefaultIfEmpty().Max(),
            onFreeDays,
            indecent.Length - onFreeDays,
            indecent.Count(mail => mail.Kind.Declaration().Timing is MailTiming.InTime or MailTiming.AtOnce));

        DecentHours HoursOf(WiredMail mail) => mail.Person is { } id ? hours[id] : ofManager;
    }

    private static double Median(int[] counts) =>
        counts.Length == 0 ? 0 : (counts[(counts.Length - 1) / 2] + counts[counts.Length / 2]) / 2.0;

    private static (int, int) MonthOf(DateOnly day) => (day.Year, day.Month);

    private static int MostInDays(DateTimeOffset[] moments) =>
        moments.Select((moment, index) => moments.Skip(index).TakeWhile(later => later < moment.AddDays(ThirtyDays)).Count()).Max();
}
