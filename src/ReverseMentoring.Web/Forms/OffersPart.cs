namespace ReverseMentoring.Web.Forms;

/// <summary>The pages of offers and wishes in their order, none longer than two screens of a phone. What one has said goes along to the next, and the last one stores it all.</summary>
public enum OffersPart
{
    /// <summary>What I bring and want, and whether what is known of my languages and hours is right.</summary>
    Topics,

    /// <summary>How well and how much, how to meet, whom not to meet, and the ground rules.</summary>
    Details,

    /// <summary>Where I stand today; left out where nothing is asked.</summary>
    Today,
}

/// <summary>Which page asks for which field, and which page comes next.</summary>
internal static class OffersParts
{
    /// <summary>The field that says which page was sent.</summary>
    public const string Field = "part";

    /// <summary>The button that leads to the next page.</summary>
    private const string Next = "next";

    public static string NameOf(OffersPart part) => part.ToString().ToLowerInvariant();

    public static OffersPart PartOf(string field) =>
        field == ItemFields.Today || field.StartsWith($"{ItemFields.Today}.", StringComparison.Ordinal) ? OffersPart.Today
        : ChosenTopicFields.IsAsked(field) || RatherNotFields.IsOne(field) || field is "format" or "rules" ? OffersPart.Details
        : OffersPart.Topics;

    /// <summary>The page itself asks for it, so that it isn't carried along.</summary>
    public static bool IsAskedIn(OffersPart part, string field) => field == Field || PartOf(field) == part;

    /// <summary>All is said that is asked up to the end of this page, and the reader wants to see the next.</summary>
    public static bool EndsWith(this Fields fields, OffersPart part) => fields.Value(Fields.Intent) == Next && Sent(fields) == part;

    /// <summary>Which page is to be seen after this one was sent and not stored.</summary>
    /// <param name="fields">What was sent, and what is wrong with it.</param>
    /// <param name="last">The last page that there is.</param>
    public static OffersPart After(this Fields fields, OffersPart last) => (fields.Value(Fields.Intent), Sent(fields)) switch
    {
        ("find", _) => OffersPart.Topics,
        ("back", var sent) => (OffersPart)Math.Max(0, (int)sent - 1),
        _ when fields.HasErrors => fields.Errors.Min(error => PartOf(error.Field)),
        (_, var sent) => (OffersPart)Math.Min((int)last, (int)sent + 1),
    };

    private static OffersPart Sent(Fields fields) =>
        Enum.GetValues<OffersPart>().FirstOrDefault(part => NameOf(part) == fields.Value(Field));
}
