using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>
/// How well any two people go together in a circle, 0…10000, or -1 if a rule or the request keeps them apart. Two of one role are read
/// both ways; the level gap is asked only of a junior with a senior.
/// </summary>
internal sealed class Companions
{
    /// <summary>What a lock weighs: more than all that the others of a circle can bring together.</summary>
    private const int LockWeight = Scale.Full * CirclePolicy.Most * CirclePolicy.Most;

    private readonly int[,] scores;
    private readonly PairCheck across;
    private readonly PairCheck peers;
    private readonly HoursTogether together;
    private readonly HashSet<(int One, int Other)> locked = [];

    public Companions(MatchingCase matching)
    {
        Everybody =
        [
            .. matching.Mentors.Select(profile => new Member(profile, Role.Mentor)),
            .. matching.Mentees.Select(profile => new Member(profile, Role.Mentee)),
        ];
        across = matching.Check;
        together = new(matching.Request.SessionMinutes, matching.Request.Policy.MinimumSharedMinutes);
        peers = new PairCheck(matching.Request.Policy with { MinimumLevelGap = null });
        scores = new int[Everybody.Length, Everybody.Length];
        for (var one = 0; one < Everybody.Length; one++)
        {
            for (var other = one + 1; other < Everybody.Length; other++)
            {
                scores[one, other] = scores[other, one] = ScoreOf(Everybody[one], Everybody[other]);
            }
        }

        var index = Everybody.Select((member, at) => (member.Profile.Id, at)).ToDictionary();
        foreach (var pair in matching.Request.KeptApart)
        {
            if (index.TryGetValue(pair.Mentor, out var one) && index.TryGetValue(pair.Mentee, out var other))
            {
                scores[one, other] = scores[other, one] = -1;
            }
        }

        // In a circle nobody is asked, so nobody could decline: unlike in pairs, a lock passes over no rule, not over the
        // minimum score, and over nobody who is kept apart.
        foreach (var (mentor, mentee) in matching.Locks.Pairs)
        {
            var (one, other) = (mentor, matching.Mentors.Length + mentee);
            locked.UnionWith([(one, other), (other, one)]);
        }
    }

    public Member[] Everybody { get; }

    public int Score(int one, int other) => scores[one, other];

    /// <summary>What two who share a circle add to what is sought: their score, and far more where the manager wants them together.</summary>
    public long Weight(int one, int other) => scores[one, other] + (locked.Contains((one, other)) ? LockWeight : 0);

    /// <summary>Whether each of them could come to its sessions: in the hours that they work or, where these are not enough, in early and late ones too.</summary>
    public bool CanMeet(IEnumerable<int> group)
    {
        int[] people = [.. group];
        return together.Suffice(HoursOf(people, profile => profile.Hours))
            || together.Suffice(HoursOf(people, profile => profile.WiderHours));
    }

    /// <summary>Whether somebody could come to the sessions of those who meet already, and everybody there still can who could before.</summary>
    public bool CanJoin(int person, IReadOnlyList<int> circle)
    {
        var (before, after) = (HoursOf(circle, profile => profile.WiderHours), HoursOf([.. circle, person], profile => profile.WiderHours));
        return together.SufficeFor(after[^1], after) && before.All(one => together.SufficeFor(one, after) || !together.SufficeFor(one, before));
    }

    /// <summary>
    /// Who can be in a circle at all: with enough companions, of both sides, who can be in one themselves. Others would only
    /// stand in the way while circles are formed.
    /// </summary>
    public int[] Placeable(IReadOnlyList<int> among, int smallest)
    {
        var left = among.ToArray();
        while (left.Where(Fits).ToArray() is var fitting && fitting.Length < left.Length)
        {
            left = fitting;
        }

        return left;

        bool Fits(int person)
        {
            var companions = left.Where(other => other != person && scores[person, other] >= 0).ToArray();
            return companions.Length >= smallest - 1 && companions.Any(other => Everybody[other].Role != Everybody[person].Role);
        }
    }

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

    /// <summary>How many somebody could be with by the rules: if there is anybody, there was no place.</summary>
    public UnmatchedPerson WhyWithout(int person)
    {
        var possible = Enumerable.Range(0, Everybody.Length)
            .Count(other => other != person && ScoreOf(Everybody[person], Everybody[other]) >= 0);
        return new(Everybody[person].Profile.Id, Everybody[person].Role, possible);
    }

    private MemberHours[] HoursOf(IEnumerable<int> people, Func<Profile, WeeklyHours> hours) =>
        [.. people.Select(person => Everybody[person]).Select(member => new MemberHours(hours(member.Profile), member.Role))];

    private int ScoreOf(Member one, Member other)
    {
        if (one.Role != other.Role)
        {
            return one.Role is Role.Mentor ? across.Allowed(one.Profile, other.Profile) : across.Allowed(other.Profile, one.Profile);
        }

        var (there, back) = (peers.Allowed(one.Profile, other.Profile), peers.Allowed(other.Profile, one.Profile));
        return there < 0 || back < 0 ? -1 : (there + back) / 2;
    }
}

internal sealed record Member(Profile Profile, Role Role);
