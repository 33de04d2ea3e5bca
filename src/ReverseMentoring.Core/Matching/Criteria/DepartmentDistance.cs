using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>People from other departments bring what one's own does not know.</summary>
internal sealed class DepartmentDistance : ICriterion
{
    public string Code => "department-distance";

    public string Unit => "steps";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee) => PathDistance.Rate(mentor.Department, mentee.Department);
}
