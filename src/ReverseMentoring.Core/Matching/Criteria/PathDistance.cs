using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Distance of two paths: the steps that are not common, of the longer one's steps.</summary>
internal static class PathDistance
{
    /// <summary>Steps apart and the share on the scale: 0 for the same path, 10000 for nothing in common.</summary>
    public static Reading Rate(int[] one, int[] other)
    {
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common])
        {
            common++;
        }

        var longest = Math.Max(one.Length, other.Length);
        return new(longest - common, Scale.Share(longest - common, longest));
    }
}
