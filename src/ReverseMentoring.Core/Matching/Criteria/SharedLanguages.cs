using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;

namespace ReverseMentoring.Core.Matching.Criteria;

/// <summary>Languages in common; one is what a talk needs, a second makes it easier.</summary>
internal sealed class SharedLanguages : ICriterion
{
    private const int One = 8_000;

    public string Code => "shared-languages";

    public string Unit => "languages";

    public int DefaultWeight => 5;

    public Reading Rate(Profile mentor, Profile mentee)
    {
        var shared = 0;
        foreach (var language in mentor.Languages)
        {
            shared += mentee.Languages.AsSpan().Contains(language) ? 1 : 0;
        }

        return new(shared, shared switch { 0 => 0, 1 => One, _ => Scale.Full });
    }
}
