using System.Text.RegularExpressions;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

public enum SimulatedTaskKind
{
    /// <summary>Opens the mail's main link and sends the form behind it.</summary>
    Answer,

    /// <summary>Asks for another time for a session.</summary>
    Move,

    /// <summary>Confirms what they have asked for on their page, from the mail that comes then: that they leave, say.</summary>
    Confirm,

    /// <summary>The manager approves the pairs.</summary>
    Approve,
}

/// <summary>What somebody means to do about a mail, or about one of those that came in one letter.</summary>
/// <param name="MailId">Cohort and name of the mail.</param>
/// <param name="Cohort">The cohort's id.</param>
/// <param name="Person">Who is to do it: a person's id; for the manager nobody's.</param>
/// <param name="Links">The addresses in the letter that are about this, the main one first, and then the way out.</param>
/// <param name="Begins">When the session begins that it tells; null: it tells none.</param>
public sealed partial record SimulatedTask(
    SimulatedTaskKind Kind, string MailId, string Cohort, string Person, IReadOnlyList<string> Links, DateTimeOffset? Begins = null)
{
    private const string Manager = "manager";

    /// <summary>So long before a session people look whether it still suits them.</summary>
    private static readonly TimeSpan LookAhead = TimeSpan.FromHours(48);

    /// <summary>The invitation that came with it; null: none.</summary>
    public string? Invitation { get; init; }

    /// <summary>The address that it went to.</summary>
    public string Address { get; init; } = "";

    /// <summary>It asks how the programme is, and not what the programme needs to know.</summary>
    public bool IsSurvey { get; init; }

    /// <summary>Letters that its reader had before.</summary>
    public int LettersBefore { get; init; }

    /// <summary>Sessions of theirs to which nobody came.</summary>
    public int Missed { get; init; }

    /// <summary>Answers in the calendar program, where an invitation came.</summary>
    public bool AnswersByCalendar(SeededRandom seededRandom) => Invitation is not null && seededRandom.Happens(Habits.Usual.ByCalendar, MailId, "by-calendar");

    /// <summary>The same for all who were written to about the same: the two of a pair, say.</summary>
    public string Occasion { get; } = MailId[..^(Person.Length + 1)];

    /// <param name="letter">As it came.</param>
    /// <param name="read">What a link is for, by the last part of its address; null: it is no link of ours.</param>
    /// <returns>None where it asks for nothing.</returns>
    public static IReadOnlyList<SimulatedTask> FromLetter(OutgoingMail letter, Func<string, Link?> read)
    {
        if (letter is not { Cohort: { } cohort, About: { } lead })
        {
            return [];
        }

        string[] addresses = [.. Addresses().Matches(letter.Text).Select(match => match.Value)];
        var links = addresses.Select(address => (Address: address, Link: read(address.Split('/')[^1]))).ToArray();
        return
        [
            .. from about in letter.Along.Prepend(lead)
               let what = KindOf(about)
               let own = links.Where(link => IsAbout(link.Link, about)).Select(link => link.Address).ToArray()
               where what is not null && addresses.Length > 0
               select new SimulatedTask(
                   what.Value, $"{cohort}.{about.Name}", cohort.Value, about.Person?.Value ?? Manager, own.Length > 0 ? [.. own, addresses[^1]] : addresses, about.Session is null ? null : about.Until)
               {
                   Invitation = what is SimulatedTaskKind.Move && letter.Calendar is { Method: "REQUEST" } calendar ? calendar.Content : null,
                   Address = letter.To.Address,
                   IsSurvey = about.Ask?.Form is FormKind.Feedback or FormKind.HalfTime,
               },
        ];
    }

    private static bool IsAbout(Link? link, Mail mail) => link is not null
        && (mail.Ask is { } ask ? (link.Form, link.Scope, link.Number, link.Revision) == (ask.Form, ask.Scope, ask.Number, ask.Revision)
            : link.Scope == mail.Meeting?.Value && link.Number == mail.Session && link.Form is FormKind.Reschedule or FormKind.Cancel);

    private static SimulatedTaskKind? KindOf(Mail mail) => mail.Kind switch
    {
        _ when mail.ToDelegate => null,
        _ when mail.Kind.Declaration().Question is not MailQuestion.None => SimulatedTaskKind.Answer,
        MailKind.SessionInvitation or MailKind.SessionMoved => SimulatedTaskKind.Move,
        MailKind.OwnAct => SimulatedTaskKind.Confirm,
        MailKind.ReviewReady or MailKind.ReviewReminder => SimulatedTaskKind.Approve,
        _ => null,
    };

    public bool IsTaken(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) => Kind switch
    {
        SimulatedTaskKind.Answer => seededRandom.Happens(AnswersBy(seededRandom, simulatedBehaviour), MailId, "answers"),
        SimulatedTaskKind.Move => seededRandom.Happens(simulatedBehaviour.Moves / 2, MailId, "moves") || Cancels(seededRandom, simulatedBehaviour) || WantsToLeave(seededRandom, simulatedBehaviour),
        _ => true,
    };

    /// <summary>Somebody thinks of leaving before a session: so many times in a cohort of six sessions.</summary>
    public bool WantsToLeave(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) =>
        Kind is SimulatedTaskKind.Move && seededRandom.Happens(simulatedBehaviour.Leaves / 6, MailId, "leaves");

    /// <summary>Each of the two for themselves, so that a time falls as often as the habit says.</summary>
    public bool Cancels(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) =>
        Kind is SimulatedTaskKind.Move
        && seededRandom.Happens(Reader(seededRandom, simulatedBehaviour)?.CancelsAlone ?? 1 - Math.Sqrt(1 - simulatedBehaviour.Cancels), MailId, "cancels");

    private double AnswersBy(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) => Reader(seededRandom, simulatedBehaviour) is { } reader
        ? (IsSurvey ? reader.Surveys : reader.Answers) * simulatedBehaviour.Differing!.LeftAfter(LettersBefore)
        : simulatedBehaviour.Answers;

    private PersonHabits? Reader(SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) =>
        simulatedBehaviour.Differing?.OfPerson(what => seededRandom.Draw(Person, what));

    /// <param name="now">When the letter came.</param>
    /// <param name="seededRandom">Decides.</param>
    /// <param name="simulatedBehaviour">How people are.</param>
    public DateTimeOffset At(DateTimeOffset now, SeededRandom seededRandom, SimulatedBehaviour simulatedBehaviour) => Kind switch
    {
        SimulatedTaskKind.Approve => now + TimeSpan.FromDays(simulatedBehaviour.ManagerDays),
        // In time: a word that comes after the session would cancel nothing.
        SimulatedTaskKind.Move when Cancels(seededRandom, simulatedBehaviour) => LooksAt(now) + (20 * seededRandom.Draw(MailId, "delay") * OneHour),
        SimulatedTaskKind.Confirm => now,
        SimulatedTaskKind.Move => LooksAt(now) + seededRandom.Delay(TimeSpan.FromHours(8), MailId, "delay"),
        _ => now + seededRandom.Delay(TimeSpan.FromDays(simulatedBehaviour.DelayDays), MailId, "delay"),
    };

    private DateTimeOffset LooksAt(DateTimeOffset now) => Begins - LookAhead is { } look && look > now ? look : now;

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();
}
