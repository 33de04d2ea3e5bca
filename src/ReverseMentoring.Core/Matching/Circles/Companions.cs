using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>
/// How well any two people go together in a circle, 0…10000, or -1 if a rule keeps them apart. Two of one role are read
/// both ways; the level gap is asked only of a junior with a senior.
/// </summary>
internal sealed class Companions
{
    private readonly int[,] scores;

    public Companions(MatchingCase matching)
    {
        Everybody =
        [
            .. matching.Mentors.Select(profile => new Member(profile, Role.Mentor)),
            .. matching.Mentees.Select(profile => new Member(profile, Role.Mentee)),
        ];
        var peers = new Rules.PairCheck(matching.Request.Policy with { MinimumLevelGap = null });
        scores = new int[Everybody.Length, Everybody.Length];
        for (var one = 0; one < Everybody.Length; one++)
        {
            for (var other = one + 1; other < Everybody.Length; other++)
            {
                var score = Everybody[one].Role == Everybody[other].Role
                    ? Peers(peers, Everybody[one].Profile, Everybody[other].Profile)
                    : matching.Check.Allowed(Everybody[one].Profile, Everybody[other].Profile);
                scores[one, other] = scores[other, one] = score;
            }
        }
    }

    public Member[] Everybody { get; }

    public int Score(int one, int other) => scores[one, other];

    /// <summary>Half of what everybody would have with their best companions: each two are counted from both ends.</summary>
    public long Bound(int largest)
    {
        var sum = 0L;
        for (var one = 0; one < Everybody.Length; one++)
        {
            sum += Enumerable.Range(0, Everybody.Length)
                .Where(other => other != one && scores[one, other] > 0)
                .Select(other => scores[one, other])
                .OrderDescending()
                .Take(largest - 1)
                .Sum(score => (long)score);
        }

        return sum / 2;
    }

    private static int Peers(Rules.PairCheck check, Profile one, Profile other)
    {
        var (there, back) = (check.Allowed(one, other), check.Allowed(other, one));
        return there < 0 || back < 0 ? -1 : (there + back) / 2;
    }
}

internal sealed record Member(Profile Profile, Role Role);
