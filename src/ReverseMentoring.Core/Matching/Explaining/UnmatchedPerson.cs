using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>
/// Somebody without a partner. Of a single person no rule is named, and who is kept apart counts as possible: which rule
/// keeps whom from whom tells what people said of themselves.
/// </summary>
/// <param name="Candidates">Partners that all rules allow.</param>
[Kept("unmatched.", KeptFor.Matching, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
public sealed record UnmatchedPerson(PersonId Id, Role Role, int Candidates)
{
    /// <summary>There are people who fit by the rules, and there was no place for everybody.</summary>
    public const string Capacity = "capacity";

    /// <summary>Nobody fits by the cohort's rules.</summary>
    public const string Fit = "fit";

    /// <summary>A draw has said that they wait: HR wanted to know what the programme does.</summary>
    public const string Lot = LockedPairs.Drawn;

    /// <summary>They had a partner, and their pair has ended since.</summary>
    public const string Again = "again";

    /// <summary>They wait by a draw, and nobody was looked for.</summary>
    public bool Drawn { get; init; }

    public string Reason => Drawn ? Lot : Candidates > 0 ? Capacity : Fit;

    internal static UnmatchedPerson Mentor(MatchingCase matching, int mentor) => new(
        matching.Mentors[mentor].Id, Role.Mentor, matching.Mentees.Count(mentee => matching.Check.Allowed(matching.Mentors[mentor], mentee) >= 0));

    internal static UnmatchedPerson Mentee(MatchingCase matching, int mentee) => new(
        matching.Mentees[mentee].Id, Role.Mentee, matching.Mentors.Count(mentor => matching.Check.Allowed(mentor, matching.Mentees[mentee]) >= 0));
}
