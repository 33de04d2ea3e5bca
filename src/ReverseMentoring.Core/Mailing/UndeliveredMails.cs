using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails that did not, or perhaps not, reach somebody: how many, and what became of later ones, is not told, as a reminder goes only to who has not answered.</summary>
/// <param name="Person">A participant, or who keeps their calendar; null: the programme manager.</param>
/// <param name="State">Of the first: refused, returned, or nobody can tell.</param>
/// <param name="Reason">Of the first, as the service or the rule calls it.</param>
/// <param name="At">When that was known.</param>
[Tells(Told.Exception)]
public sealed record UndeliveredMails(PersonId? Person, MailState State, string? Reason, DateTimeOffset At);

/// <summary>Whose mails are meant.</summary>
/// <param name="All">Those of everybody.</param>
/// <param name="Person">Those of one participant; null, where not all are meant: the manager's own.</param>
public readonly record struct MailRecipient(bool All, PersonId? Person)
{
    public static MailRecipient Anybody => new(true, null);

    public static MailRecipient Manager => new(false, null);

    public static MailRecipient Participant(PersonId person) => new(false, person);

    internal bool Has(Mail mail) => All || mail.Person == Person;
}
