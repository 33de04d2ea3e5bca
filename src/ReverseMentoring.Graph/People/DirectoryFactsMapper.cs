using System.Text.Json;
using Microsoft.Graph.Models;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;
using Hours = ReverseMentoring.Core.Time.WorkingHours;

namespace ReverseMentoring.Graph.People;

internal static class DirectoryFactsMapper
{
    public static DirectoryFacts From(string address, User user, MailboxSettings? mailbox, DateTimeOffset now)
    {
        if (!Zone.TryFindNamed(mailbox?.WorkingHours?.TimeZone?.Name, out var zone))
        {
            Zone.TryFindNamed(mailbox?.TimeZone, out zone); // Hours are meant in their own zone, where they name one.
        }

        return new(address, Found: true)
        {
            Name = user.DisplayName,
            Addresses = [.. new[] { user.Mail, user.UserPrincipalName }.OfType<string>()],
            JobTitle = user.JobTitle,
            Department = user.Department,
            Location = string.Join(", ", new[] { user.City, user.Country }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } place ? place : null,
            Zone = zone,
            Language = mailbox?.Language?.Locale ?? user.PreferredLanguage,
            Hours = HoursOf(mailbox?.WorkingHours),
            Away = AwayOf(mailbox?.AutomaticRepliesSetting, now),
        };
    }

    /// <summary>Up from the user in the answer: managers lie in each other, and may come without their type.</summary>
    public static IReadOnlyList<string> ReportingLine(string userJson)
    {
        using var document = JsonDocument.Parse(userJson);
        var addresses = new List<string>();
        for (var person = document.RootElement; person.TryGetProperty("manager", out person) && person.ValueKind == JsonValueKind.Object;)
        {
            if ((Text(person, "mail") ?? Text(person, "userPrincipalName")) is { } address)
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    private static string? Text(JsonElement person, string name) =>
        person.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Hours? HoursOf(Microsoft.Graph.Models.WorkingHours? hours) =>
        hours is { DaysOfWeek.Count: > 0, StartTime: { } start, EndTime: { } end }
            ? new Hours([.. hours.DaysOfWeek.OfType<DayOfWeekObject>().Order().Select(day => new DayHours(
                (DayOfWeek)(int)day, new(start.Hour, start.Minute), new(end.Hour, end.Minute)))])
            : null;

    /// <summary>Replies without an end date say nothing of when somebody returns: a day, and then one looks again.</summary>
    public static Interval? AwayOf(AutomaticRepliesSetting? replies, DateTimeOffset now) => replies?.Status switch
    {
        AutomaticRepliesStatus.Scheduled => GraphTime.Parse(replies.ScheduledStartDateTime, replies.ScheduledEndDateTime),
        AutomaticRepliesStatus.AlwaysEnabled => new Interval(now, now.AddDays(1)),
        _ => null,
    };
}
