using System.Text.RegularExpressions;
using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.LocalHost.Rehearsing;

public enum ErrandKind
{
    /// <summary>Opens the mail's main link and sends the form behind it.</summary>
    Answer,

    /// <summary>Asks for another time for a session.</summary>
    Move,

    /// <summary>Leaves the programme.</summary>
    Leave,

    /// <summary>The manager approves the pairs.</summary>
    Approve,
}

/// <summary>What somebody means to do about a mail.</summary>
/// <param name="MailId">Cohort and name of the mail.</param>
/// <param name="Occasion">The same for all who were written to about the same: the two of a pair, say.</param>
/// <param name="Links">The addresses in the mail, the main one first.</param>
public sealed partial record Errand(ErrandKind Kind, string MailId, string Occasion, IReadOnlyList<string> Links)
{
    /// <returns>Null for a mail that asks for nothing.</returns>
    public static Errand? Of(OutgoingMail mail)
    {
        var kind = mail.Id.Split('.', 3)[1] switch
        {
            "invitation" or "introduction" or "briefing" or "pulse" or "halftime" or "rhythmasked" or "reminder" => ErrandKind.Answer,
            "sessionreminder" => ErrandKind.Move,
            "reviewready" or "reviewreminder" => ErrandKind.Approve,
            _ => (ErrandKind?)null,
        };
        return kind is { } what && Links(mail.Text) is { Length: > 0 } links
            ? new(what, mail.Id, mail.Id[..mail.Id.LastIndexOf('.')], links)
            : null;

        static string[] Links(string text) => [.. Addresses().Matches(text).Select(match => match.Value)];
    }

    /// <summary>About a circle's session, not a pair's.</summary>
    public bool IsOfCircle => MailId.Split('.') is [_, _, var meeting, ..] && Circle.IsId(meeting);

    public bool IsTaken(Chance chance, Habits habits) => Kind switch
    {
        ErrandKind.Answer => chance.Happens(habits.Answers, MailId, "answers"),
        ErrandKind.Move => chance.Happens(habits.Moves / 2, MailId, "moves") || Cancels(chance, habits) || WantsToLeave(chance, habits),
        _ => true,
    };

    /// <summary>Somebody thinks of leaving when reminded of a session: so many times in a cohort of six sessions.</summary>
    public bool WantsToLeave(Chance chance, Habits habits) =>
        Kind is ErrandKind.Move && chance.Happens(habits.Leaves / 6, MailId, "leaves");

    /// <summary>Each of the two for themselves, so that a time falls as often as the habit says.</summary>
    public bool Cancels(Chance chance, Habits habits) =>
        Kind is ErrandKind.Move && chance.Happens(1 - Math.Sqrt(1 - habits.Cancels), MailId, "cancels");

    public TimeSpan Delay(Chance chance, Habits habits) => Kind switch
    {
        ErrandKind.Approve => TimeSpan.FromDays(habits.ManagerDays),
        // In time: a word that comes after the session would cancel nothing.
        ErrandKind.Move when Cancels(chance, habits) => 20 * chance.Of(MailId, "delay") * OneHour,
        ErrandKind.Move => chance.Delay(TimeSpan.FromHours(8), MailId, "delay"),
        _ => chance.Delay(TimeSpan.FromDays(habits.DelayDays), MailId, "delay"),
    };

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();
}
