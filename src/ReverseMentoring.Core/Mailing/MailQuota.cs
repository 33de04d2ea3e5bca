namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// How many mails the service takes. Azure Communication Services starts with 30 a minute and 100 an hour on a custom
/// domain, 5 and 10 on a managed one (https://learn.microsoft.com/azure/communication-services/concepts/service-limits).
/// </summary>
/// <param name="PerMinute">Null: no limit.</param>
/// <param name="PerHour">Null: no limit.</param>
public sealed record MailQuota(int? PerMinute = null, int? PerHour = null)
{
    public static MailQuota Unlimited { get; } = new();

    /// <summary>Mails in an hour of steady sending; null: no limit.</summary>
    public int? HourlyRate => (PerMinute * 60, PerHour) switch
    {
        ({ } minutes, { } hours) => Math.Min(minutes, hours),
        var (minutes, hours) => minutes ?? hours,
    };

    /// <summary>Days that so many mails take, of which only the decent hours count: weekends and nights are no time to write.</summary>
    public double DaysFor(int mails) => HourlyRate is { } rate ? mails / (DecentHours.HoursInWeek / 7 * rate) : 0;
}
