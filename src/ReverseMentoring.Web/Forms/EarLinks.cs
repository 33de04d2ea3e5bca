namespace ReverseMentoring.Web.Forms;

/// <summary>Where one writes to the neutral contact: below each of one's own links.</summary>
internal static class EarLinks
{
    public const string Place = "talk";
}
