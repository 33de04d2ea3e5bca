using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Links;

/// <summary>What a signed link lets its holder do: one form of one person, until a moment.</summary>
/// <param name="Scope">A phase's name or a meeting's id; for <see cref="FormKind.Participation"/> nothing.</param>
/// <param name="Number">Which of several: see <see cref="AskId"/>.</param>
/// <param name="IssuedAt">Whole seconds.</param>
/// <param name="ExpiresAt">Whole seconds.</param>
public sealed record Link(
    FormKind Form, CohortId Cohort, PersonId Person, string Scope, int Number, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>See <see cref="AskId"/>; for <see cref="FormKind.Delegate"/>, which naming of a delegate it belongs to.</summary>
    public int Revision { get; init; }

    /// <summary>The pair or circle that it is about; of a phase's form there is none.</summary>
    public MeetingId Meeting => new(Scope);

    public AskId Ask => new(Scope, Form, Number, Person, Revision);
}
