using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Languages and working week: what is known of them counts once its person has ticked that it is right (<c>known</c>), and what
/// they say otherwise counts before it (<c>languages</c>, <c>hours</c>).
/// </summary>
internal static class KnownFields
{
    public const string Right = "known";

    public static (WorkingHours? Hours, IReadOnlyList<string> Languages) Read(Fields fields, Person person, IReadOnlyList<Choice> offered)
    {
        var isRight = fields.Value(Right) == "true";
        var chosen = fields.All("languages").Where(tag => offered.Any(choice => choice.Value == tag)).ToArray();
        if (!isRight && chosen.Length == 0 && fields.Value("hours").Length == 0)
        {
            fields.Wrong(Right, "Offers.KnownEmpty");
            return (null, []);
        }

        var hours = isRight && fields.Value("hours").Length == 0 ? person.Hours : HoursFields.ReadHours(fields);
        var languages = chosen.Length > 0 ? chosen : isRight ? [.. person.Languages] : chosen;
        if (languages.Length == 0)
        {
            fields.Wrong("languages", "Offers.LanguagesEmpty");
        }

        return (hours, languages);
    }
}
