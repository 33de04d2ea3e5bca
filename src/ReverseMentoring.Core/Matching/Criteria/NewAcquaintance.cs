using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Earlier partners: best is somebody new from a department that one has not met in earlier cohorts either.</summary>
internal sealed class NewAcquaintance : ICriterion
{
    public string Code => "new-acquaintance";

    public string Unit => "earlier meetings";

    public int DefaultWeight => 5;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        if (mentor.EarlierPartners.AsSpan().Contains(mentee.Node))
        {
            return new(2, 0);
        }

        var known = Met(mentor, mentee) || Met(mentee, mentor);
        return known ? new(1, Scale.Full / 2) : new(0, Scale.Full);
    }

    private static bool Met(Profile one, Profile other) =>
        one.EarlierDepartments.Length > 0
        && other.Department.Length > 0
        && one.EarlierDepartments.AsSpan().Contains(other.Department[^1]);
}
