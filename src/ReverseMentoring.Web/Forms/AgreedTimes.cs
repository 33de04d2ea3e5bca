using System.Globalization;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Times that people have agreed on by themselves, on their own clock: <c>own</c> for the session that a page is about, and
/// <c>session-2</c> and so on for the others, which are filled in as they are now and count where they were changed.
/// </summary>
public static class AgreedTimes
{
    public const string Own = "own";

    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public static IReadOnlyList<Question> Questions { get; } =
    [
        new("Reschedule.Own"),
        new("Reschedule.SessionLabel") { Beside = ["Reschedule.Series", "Reschedule.SeriesHint"] },
    ];

    public static string Name(int session) => $"session-{session.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>As a browser's field takes it.</summary>
    public static string Text(Interval time, Zone zone) => zone.Local(time.Start).ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>What a browser's field holds; null where it is no date with a time.</returns>
    public static DateTime? Local(string text) =>
        DateTime.TryParseExact(text, [Format, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>Which session shall begin when; what can't be read is an error.</summary>
    /// <param name="fields">What was posted.</param>
    /// <param name="session">That the page is about.</param>
    /// <param name="others">The others that are to come.</param>
    /// <param name="until">When the last of them has to be over.</param>
    /// <param name="localizer">On whose clock they are, with its summer time.</param>
    /// <param name="now">What lies before it is past.</param>
    public static IReadOnlyList<(string Field, int Session, DateTimeOffset Start)> Read(
        Fields fields, Session session, IEnumerable<Session> others, DateTimeOffset until, Localizer localizer, DateTimeOffset now)
    {
        var zone = localizer.Zone;
        var read = new List<(string, int, DateTimeOffset)>();
        foreach (var (field, one) in others.Select(other => (Name(other.Number), other)).Prepend((Own, session)))
        {
            var text = fields.Value(field);
            if (text.Length == 0 || text == Text(one.Time, zone))
            {
                continue;
            }

            if (Local(text) is not { } local)
            {
                fields.Wrong(field, "Reschedule.OwnWrong");
                continue;
            }

            var start = zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            if (start <= now)
            {
                fields.Wrong(field, "Reschedule.OwnPast");
                continue;
            }

            if (start + (one.Time.End - one.Time.Start) > until)
            {
                fields.Wrong(field, "Reschedule.OwnLate", ("deadline", localizer.Until(until)));
                continue;
            }

            if (zone.Local(start).DateTime != local)
            {
                fields.Wrong(field, "Reschedule.OwnSkipped", ("zone", localizer.Place(zone)));
                continue;
            }

            read.Add((field, one.Number, start));
        }

        return read;
    }
}
