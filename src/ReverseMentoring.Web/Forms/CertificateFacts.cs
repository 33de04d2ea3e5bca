using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>What a certificate says, for whoever has it and for whoever checks it.</summary>
internal static class CertificateFacts
{
    private const int MinutesInHour = 60;

    /// <param name="localizer">The reader's.</param>
    /// <param name="sessions">How many.</param>
    /// <param name="minutes">In all.</param>
    /// <param name="from">The day of the first.</param>
    /// <param name="to">The day of the last.</param>
    /// <param name="company">Whose programme it was; null: it is not said.</param>
    public static IReadOnlyList<Fact> Of(Localizer localizer, int sessions, int minutes, DateOnly from, DateOnly to, string? company) =>
    [
        .. company is null ? Array.Empty<Fact>() : [new(localizer.Say("Certificate.Company"), company)],
        new(localizer.Say("Certificate.Hours"), localizer.Say("Certificate.HoursOf", ("hours", Length(minutes)), ("sessions", sessions.ToString(localizer.Culture)))),
        new(localizer.Say("Certificate.When"), localizer.Say("Certificate.FromTo", ("from", from.ToString("D", localizer.Culture)), ("to", to.ToString("D", localizer.Culture)))),
    ];

    /// <summary>"3 h 20 min", in all languages alike.</summary>
    private static string Length(int minutes) => string.Join('\u00a0', new[] { (Count: minutes / MinutesInHour, Unit: "h"), (Count: minutes % MinutesInHour, Unit: "min") }
        .Where(part => part.Count > 0).Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Count}\u00a0{part.Unit}")));
}
