using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>What one person adds to a figure: so many times what they said about a thing.</summary>
/// <param name="Variable">What was asked or counted. The same question to the same people in another wave or cohort, where it may bring the same answer, has the same name.</param>
/// <param name="Weight">1; in a change from one wave to the next 1 and −1.</param>
public sealed record Term(string Variable, int Weight = 1);

/// <summary>
/// What a published figure is a sum of, as an attacker sees it: of each of these people the same terms. A mean counts as the sum
/// that it is made of, since how many it is of may be known.
/// </summary>
public sealed record Released(IReadOnlyList<Term> Terms, IReadOnlySet<PersonId> People)
{
    public static Released Sum(string variable, IEnumerable<PersonId> people) => new([new(variable)], people.ToHashSet());
}
