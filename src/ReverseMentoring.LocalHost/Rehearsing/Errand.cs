using System.Text.RegularExpressions;
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
/// <param name="Cohort">The cohort's id.</param>
/// <param name="Person">Who is to do it: a person's id; for the manager nobody's.</param>
/// <param name="Links">The addresses in the mail, the main one first.</param>
public sealed partial record Errand(ErrandKind Kind, string MailId, string Cohort, string Person, IReadOnlyList<string> Links)
{
    private const string Manager = "manager";

    /// <summary>The same for all who were written to about the same: the two of a pair, say.</summary>
    public string Occasion { get; } = MailId[..^(Person.Length + 1)];

    /// <returns>Null for a mail that asks for nothing.</returns>
    public static Errand? Of(OutgoingMail mail)
    {
        return mail is { Cohort: { } cohort, About: { } about } && KindOf(about.Kind) is { } what && Links(mail.Text) is { Length: > 0 } links
            ? new(what, mail.Id, cohort, about.Person ?? Manager, links)
            : null;

        static string[] Links(string text) => [.. Addresses().Matches(text).Select(match => match.Value)];
    }

    private static ErrandKind? KindOf(MailKind kind) => kind switch
    {
        MailKind.TopicsInvitation or MailKind.OffersInvitation or MailKind.FeedbackInvitation or MailKind.Introduction or MailKind.Briefing
            or MailKind.Pulse or MailKind.HalfTime or MailKind.RhythmAsked or MailKind.Reminder => ErrandKind.Answer,
        MailKind.SessionReminder => ErrandKind.Move,
        MailKind.ReviewReady or MailKind.ReviewReminder => ErrandKind.Approve,
        _ => null,
    };

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
