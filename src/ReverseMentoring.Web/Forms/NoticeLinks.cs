namespace ReverseMentoring.Web.Forms;

/// <summary>What one is told of one's data, and the way not to take part: below each of one's own links.</summary>
internal static class NoticeLinks
{
    public const string Notice = "notice";

    public const string No = "no-thanks";
}
