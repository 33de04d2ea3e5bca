using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>What is asked on somebody's own page when no survey reaches them any more.</summary>
/// <param name="Parted">They have left, or a pair of theirs ended early: two questions.</param>
/// <param name="Alone">They have found nobody: one question.</param>
/// <param name="Said">What they have said so far; null: nothing.</param>
public sealed record PartingQuestions(bool Parted, bool Alone, PartingAnswer? Said);

/// <summary>The questions of <see cref="PartingQuestions"/> as fields. Each may be left out, and not all of them.</summary>
internal static class PartingFields
{
    public const string What = "parting";

    public static FormState Fill(PartingAnswer? said) => said is null ? FormState.Empty : FormState.FromValues(
    [
        .. new (string Name, string? Value)[]
        {
            ("parted-worth", said.Worth is { } worth ? $"{worth}" : null), ("parted-because", said.Because?.Slug()),
            ("again", said.Again switch { true => "yes", false => "no", _ => null }),
        }.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value))),
    ]);

    /// <returns>Null, and an error, where nothing was said.</returns>
    public static PartingAnswer? Read(Fields fields, PartingQuestions asked)
    {
        var (worth, because, again) = (fields.Value("parted-worth"), fields.Value("parted-because"), fields.Value("again"));
        var said = new PartingAnswer(
            worth.Length == 0 ? null : fields.Step("parted-worth", "Items.Wrong", 1, 5),
            because.Length == 0 ? null : Enum.GetValues<PartingReason>().Cast<PartingReason?>().FirstOrDefault(reason => reason!.Value.Slug() == because),
            again switch { "yes" => true, "no" => false, _ => null });
        if (said is { Worth: null, Because: null, Again: null } && !fields.HasErrors)
        {
            fields.Wrong(asked.Parted ? "parted-worth" : "again", "Feedback.Empty");
        }

        return fields.HasErrors ? null : said;
    }
}
