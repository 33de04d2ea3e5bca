using ReverseMentoring.Core.Asking;

namespace ReverseMentoring.Core.Links;

/// <summary>What a signed link lets its holder do: one form of one person, until a moment.</summary>
/// <param name="Scope">A phase's name or a meeting's id; for <see cref="FormKind.Participation"/> nothing.</param>
/// <param name="Number">Which of several: see <see cref="AskId"/>.</param>
/// <param name="IssuedAt">Whole seconds.</param>
/// <param name="ExpiresAt">Whole seconds.</param>
public sealed record Link(
    FormKind Form, string Cohort, string Person, string Scope, int Number, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>See <see cref="AskId"/>; for <see cref="FormKind.Delegate"/>, which naming of a delegate it belongs to.</summary>
    public int Revision { get; init; }

    public AskId Ask => new(Scope, Form, Number, Person, Revision);
}
