using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

public enum PersonCommandKind
{
    /// <summary>No questions, no reminders and no sessions until a day.</summary>
    Pause,

    /// <summary>The pause is over now.</summary>
    Resume,

    /// <summary>Mails that failed go once more.</summary>
    SendAgain,

    /// <summary>Somebody takes part no longer: has left the company, must not, or has died.</summary>
    TakeOut,

    /// <summary>Somebody who takes part no longer does so again.</summary>
    BringBack,

    /// <summary>Two, or with a swap four, are asked whether they would meet.</summary>
    Propose,
}

/// <summary>What the manager asked for about one person or their mails, stored before the cohort is woken.</summary>
/// <param name="Person">Whom it is about.</param>
/// <param name="Last">With a pause: its last day, on the person's own calendar.</param>
[Kept(Keys, KeptFor.Steering, ReadBy.Oneself, KeptUntil.Done)]
public sealed record PersonCommand(PersonCommandKind Kind, PersonId? Person = null, DateOnly? Last = null)
{
    public const string Keys = Rows.Command + "person.";

    /// <summary>With <see cref="PersonCommandKind.SendAgain"/>: whose.</summary>
    public MailRecipient? Mails { get; init; }

    /// <summary>With <see cref="PersonCommandKind.TakeOut"/>: the person is told so.</summary>
    public bool Tell { get; init; }

    /// <summary>With <see cref="PersonCommandKind.Propose"/>: one pair, or the two of a swap.</summary>
    public IReadOnlyList<ProposedPair>? Pairs { get; init; }
}

/// <summary>Two who are to be asked whether they would meet.</summary>
/// <param name="Replaces">Pairs of these two that end if both accept, as the manager saw it.</param>
public sealed record ProposedPair(PersonId Mentor, PersonId Mentee, IReadOnlyList<MeetingId> Replaces);
