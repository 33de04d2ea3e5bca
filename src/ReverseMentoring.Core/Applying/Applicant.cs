using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Applying;

public enum ApplicantState
{
    /// <summary>The address is not confirmed yet: nobody sees them.</summary>
    Unconfirmed,

    /// <summary>Confirmed, and on the waiting list.</summary>
    Waiting,

    /// <summary>Not admitted; they have been told, and are forgotten some days later.</summary>
    Refused,
}

/// <summary>Somebody who would like to take part, as they said it themselves; once admitted they are a participant, and this row is gone.</summary>
/// <param name="Person">As they would stand on the cohort's list.</param>
/// <param name="At">Since when the state is what it is: of those who wait, the order in which they have their turn.</param>
/// <param name="AskedAt">When they first came.</param>
[Kept(Rows.Applicant, KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
public sealed record Applicant(Person Person, ApplicantState State, DateTimeOffset At, DateTimeOffset AskedAt)
{
    /// <summary>Counts how often they have come: a mail for each time.</summary>
    public int Times { get; init; } = 1;

    public PersonId Id => Person.Id;

    public static string KeyOf(PersonId person) => Rows.Applicant + person;
}
