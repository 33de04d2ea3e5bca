using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>What a certificate says, for whoever has it and for whoever checks it.</summary>
internal static class CertificateFacts
{
    private const double MinutesInHour = 60;

    /// <param name="localizer">The reader's.</param>
    /// <param name="sessions">How many.</param>
    /// <param name="minutes">In all.</param>
    /// <param name="from">The day of the first.</param>
    /// <param name="to">The day of the last.</param>
    /// <param name="topics">None where the code tells of none.</param>
    public static IReadOnlyList<Fact> Of(Localizer localizer, int sessions, int minutes, DateOnly from, DateOnly to, IReadOnlyList<string> topics) =>
    [
        new(localizer.Say("Certificate.Hours"), localizer.Say(
            "Certificate.HoursOf", ("hours", (minutes / MinutesInHour).ToString("0.#", localizer.Culture)), ("sessions", sessions.ToString(localizer.Culture)))),
        new(localizer.Say("Certificate.When"), localizer.Say("Certificate.FromTo", ("from", from.ToString("D", localizer.Culture)), ("to", to.ToString("D", localizer.Culture)))),
        .. topics.Count == 0 ? Array.Empty<Fact>() : [new(localizer.Say("Certificate.Topics"), localizer.Titles(topics))],
    ];
}
