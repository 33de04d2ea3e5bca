using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>What the mentee wants to learn and the mentor can bring: the heart of a pair.</summary>
internal sealed class WishesMet : ICriterion
{
    public const string Name = "wishes-met";

    public string Code => Name;

    public string Unit => "wishes";

    public int DefaultWeight => 50;

    public Reading Rate(Profile mentor, Profile mentee) => TopicFit.Rate(offering: mentor, wishing: mentee);
}
