namespace ReverseMentoring.Web.Forms;

/// <summary>What one is told of one's data, and the way not to take part: below each of one's own links.</summary>
internal static class NoticeLinks
{
    public const string Notice = "notice";

    public const string No = "no-thanks";

    public static string AddressOf(LinkContext context) => WithLanguage(context, Notice);

    public static string NoThanks(LinkContext context) => WithLanguage(context, No);

    private static string WithLanguage(LinkContext context, string place) =>
        $"/f/{context.Token}/{place}{(context.ChosenLanguage is { } language ? $"?lang={language}" : "")}";
}
