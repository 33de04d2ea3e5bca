using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// Languages and working week: what is known of them counts once its person has ticked that it is right (<c>known</c>), and what
/// they say otherwise counts before it (<c>languages</c>, <c>hours</c>). What they would do for a partner far away stands by itself (<c>far</c>).
/// </summary>
internal static class KnownFields
{
    public const string Right = "known";

    /// <summary>What was said is ticked where it is what is known, and is shown as it was said where not.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Fill(OffersAnswer answer, WorkingHours hours, IReadOnlyList<string> languages) =>
        answer.WorkingHours.Days.SequenceEqual(hours.Days) && answer.Languages.Order().SequenceEqual(languages.Order())
            ? [new(Right, "true"), HoursFields.FillFar(answer.WorkingHours)]
            : [.. HoursFields.Fill(answer.WorkingHours), new("languages", answer.Languages.ToArray())];

    public static (WorkingHours? Hours, IReadOnlyList<string> Languages) Read(Fields fields, LinkContext context, IReadOnlyList<Choice> offered)
    {
        var person = context.Person;
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

        return (hours?.WithFar(fields, context.State.AreFarApart), languages);
    }
}
