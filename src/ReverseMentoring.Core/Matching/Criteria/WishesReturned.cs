using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>What the mentor wants to learn and the mentee can bring: an exchange, not a service.</summary>
internal sealed class WishesReturned : ICriterion
{
    public const string Name = "wishes-returned";

    public string Code => Name;

    public string Unit => "wishes";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee) => TopicFit.Rate(offering: mentee, wishing: mentor);
}
