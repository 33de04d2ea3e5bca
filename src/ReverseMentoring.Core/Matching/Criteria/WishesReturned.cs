using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>
/// What the mentor wants to learn and the mentee can bring: an exchange, not a service. Half of it is how much of the mentor's
/// wishes is met, so that who has one wish is not passed over for who has four. It weighs what a fifth of <see cref="WishesMet"/>
/// does: at 15 fewer leaders got what they wanted most, and juniors who offer little lost again.
/// </summary>
internal sealed class WishesReturned : ICriterion
{
    public const string Name = "wishes-returned";

    public string Code => Name;

    public string Unit => "wishes";

    public int DefaultWeight => 10;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var fit = TopicFit.Rate(offering: mentee, wishing: mentor);
        return fit with { Value = (fit.Value + Scale.Share(fit.Amount, mentor.Wishes.Length)) / 2 };
    }
}
