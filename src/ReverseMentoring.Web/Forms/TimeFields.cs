using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>When and where somebody works: fields <c>zone</c>, <c>zone-from</c>, the hours, <c>away-from-1</c>, <c>away-to-1</c> and so on.</summary>
internal static class TimeFields
{
    public const int MostAbsences = 5;

    /// <summary>No longer than a year at once.</summary>
    private const int LongestAbsence = 366;

    /// <summary>So many days ahead any cohort that somebody is in is long over.</summary>
    private const int FarthestDay = 4 * 366;

    public static string AwayFrom(int at) => $"away-from-{at}";

    public static string AwayTo(int at) => $"away-to-{at}";

    /// <param name="person">As they are kept.</param>
    /// <param name="hours">As they last said.</param>
    /// <param name="now">The moment.</param>
    /// <param name="localizer">Of whoever reads.</param>
    public static IEnumerable<KeyValuePair<string, StringValues>> Fill(Person person, WorkingHours hours, DateTimeOffset now, Localizer localizer)
    {
        var change = person.ZoneChanges is [.., var last] ? last : null;
        return
        [
            new("zone", ZoneCities.TextOf(change?.TimeZone ?? person.ZoneAt(now).Id, localizer.Culture)),
            .. change is null ? [] : new[] { KeyValuePair.Create("zone-from", new StringValues(Text(change.From))) },
            .. HoursFields.Fill(hours),
            .. person.Absences.Where(absence => absence.Last >= person.ZoneAt(now).DateAt(now)).Take(MostAbsences)
                .SelectMany((absence, index) => new KeyValuePair<string, StringValues>[]
                {
                    new(AwayFrom(index + 1), Text(absence.First)), new(AwayTo(index + 1), Text(absence.Last)),
                }),
        ];
    }

    /// <returns>Null, and errors, where something is wrong.</returns>
    public static PersonTime? ReadTime(Fields fields, LinkContext context, WorkingHours known)
    {
        var zone = ZoneNames.Find(fields.Value("zone"));
        if (zone is null)
        {
            fields.Wrong("zone", "Time.ZoneWrong");
        }

        var from = Date(fields, "zone-from");
        if (from > Farthest(context))
        {
            fields.Wrong("zone-from", "Time.DateWrong");
        }

        var hours = (fields.Value("hours").Length > 0 ? HoursFields.ReadHours(fields) : known)?.WithFar(fields, context.State.AreFarApart);
        var absences = Enumerable.Range(1, MostAbsences).Select(at => Absence(fields, at, context)).OfType<DateRange>().ToArray();
        return fields.HasErrors || zone is null ? null : new(zone.Id, from, hours == known ? null : hours, absences);
    }

    /// <returns>Null, and an error, where it is no day from today to half a year from now.</returns>
    public static DateOnly? LastDayOfPause(Fields fields, LinkContext context)
    {
        var today = context.Person.ZoneAt(context.Now).DateAt(context.Now);
        if (Date(fields, "pause-last") is { } last && last >= today && last <= today.AddDays(PersonService.LongestPause))
        {
            return last;
        }

        fields.Wrong("pause-last", "Pause.Wrong");
        return null;
    }

    private static DateOnly Farthest(LinkContext context) => context.Person.ZoneAt(context.Now).DateAt(context.Now).AddDays(FarthestDay);

    private static DateRange? Absence(Fields fields, int at, LinkContext context)
    {
        if (fields.Value(AwayFrom(at)).Length + fields.Value(AwayTo(at)).Length == 0)
        {
            return null;
        }

        var first = Date(fields, AwayFrom(at));
        var last = fields.Value(AwayTo(at)).Length == 0 ? first : Date(fields, AwayTo(at));
        if (first is { } start && last is { } end && end >= start && end.DayNumber - start.DayNumber <= LongestAbsence && end <= Farthest(context))
        {
            return new(start, end);
        }

        fields.Wrong(AwayFrom(at), "Time.AwayWrong");
        return null;
    }

    private static DateOnly? Date(Fields fields, string name)
    {
        var text = fields.Value(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Length > 0)
        {
            fields.Wrong(name, "Time.DateWrong");
        }

        return null;
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
