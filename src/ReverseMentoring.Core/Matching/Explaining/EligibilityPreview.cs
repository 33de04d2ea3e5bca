using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>Somebody whom nobody at all can be paired with, and the rules that say so.</summary>
/// <param name="Rules">Empty if the other side has no people.</param>
public sealed record PersonWithoutPartners(PersonId Id, Role Role, IReadOnlyList<Exclusion> Rules);

/// <summary>What can be said when a cohort starts, before anybody has offered or wished anything.</summary>
public static class EligibilityPreview
{
    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public static IReadOnlyList<PersonWithoutPartners> WithoutPartners(MatchingRequest request)
    {
        var matching = new MatchingCase(request);
        var check = matching.Check;
        var mentees = matching.Mentees.Select(mentee =>
            Person(matching, mentee, Role.Mentee, matching.Mentors.Select(mentor => check.MaskBeforeScores(mentor, mentee))));
        var mentors = matching.Mentors.Select(mentor =>
            Person(matching, mentor, Role.Mentor, matching.Mentees.Select(mentee => check.MaskBeforeScores(mentor, mentee))));
        return [.. mentees.Concat(mentors).OfType<PersonWithoutPartners>()];
    }

    /// <summary>Most find somebody within a few tries, so that this takes far less than all pairs.</summary>
    private static PersonWithoutPartners? Person(MatchingCase matching, Profile person, Role role, IEnumerable<int> masks) =>
        masks.Contains(0) ? null : new(person.Id, role, Exclusion.Count(matching.Check.Codes, [.. masks]));
}
