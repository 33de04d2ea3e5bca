using System.Text.RegularExpressions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Rehearsing;

public enum SimulatedTaskKind
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
public sealed partial record SimulatedTask(SimulatedTaskKind Kind, string MailId, string Cohort, string Person, IReadOnlyList<string> Links)
{
    private const string Manager = "manager";

    /// <summary>The same for all who were written to about the same: the two of a pair, say.</summary>
    public string Occasion { get; } = MailId[..^(Person.Length + 1)];

    /// <returns>Null for a mail that asks for nothing.</returns>
    public static SimulatedTask? FromMail(OutgoingMail mail)
    {
        return mail is { Cohort: { } cohort, About: { } about } && KindOf(about.Kind) is { } what && Links(mail.Text) is { Length: > 0 } links
            ? new(what, mail.Id, cohort.Value, about.Person?.Value ?? Manager, links)
            : null;

        static string[] Links(string text) => [.. Addresses().Matches(text).Select(match => match.Value)];
    }

    private static SimulatedTaskKind? KindOf(MailKind kind) => kind switch
    {
        _ when kind.Declaration().Question is not MailQuestion.None => SimulatedTaskKind.Answer,
        MailKind.SessionReminder => SimulatedTaskKind.Move,
        MailKind.ReviewReady or MailKind.ReviewReminder => SimulatedTaskKind.Approve,
        _ => null,
    };

    public bool IsTaken(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) => Kind switch
    {
        SimulatedTaskKind.Answer => seededRandom.Happens(simulatedBehaviour.Answers, MailId, "answers"),
        SimulatedTaskKind.Move => seededRandom.Happens(simulatedBehaviour.Moves / 2, MailId, "moves") || Cancels(seededRandom, simulatedBehaviour) || WantsToLeave(seededRandom, simulatedBehaviour),
        _ => true,
    };

    /// <summary>Somebody thinks of leaving when reminded of a session: so many times in a cohort of six sessions.</summary>
    public bool WantsToLeave(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) =>
        Kind is SimulatedTaskKind.Move && seededRandom.Happens(simulatedBehaviour.Leaves / 6, MailId, "leaves");

    /// <summary>Each of the two for themselves, so that a time falls as often as the habit says.</summary>
    public bool Cancels(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) =>
        Kind is SimulatedTaskKind.Move && seededRandom.Happens(1 - Math.Sqrt(1 - simulatedBehaviour.Cancels), MailId, "cancels");

    public TimeSpan Delay(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) => Kind switch
    {
        SimulatedTaskKind.Approve => TimeSpan.FromDays(simulatedBehaviour.ManagerDays),
        // In time: a word that comes after the session would cancel nothing.
        SimulatedTaskKind.Move when Cancels(seededRandom, simulatedBehaviour) => 20 * seededRandom.Draw(MailId, "delay") * OneHour,
        SimulatedTaskKind.Move => seededRandom.Delay(TimeSpan.FromHours(8), MailId, "delay"),
        _ => seededRandom.Delay(TimeSpan.FromDays(simulatedBehaviour.DelayDays), MailId, "delay"),
    };

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();
}
