namespace ReverseMentoring.Web.DesignSystem.Colours;

/// <summary>What text stands on. The same values as in Style/1-tokens.css; a test compares them.</summary>
/// <param name="Paper">The page.</param>
/// <param name="Card">What lies on the page.</param>
/// <param name="SoftShare">How much of a tone is mixed into the card for its soft variant.</param>
public sealed record Backgrounds(Colour Paper, Colour Card, Colour Ink, Colour Muted, double SoftShare)
{
    public static Backgrounds Light { get; } = new(
        Colour.Parse("#f3f4f1"), Colour.Parse("#ffffff"), Colour.Parse("#1b2023"), Colour.Parse("#565f63"), 0.1);

    public static Backgrounds Dark { get; } = new(
        Colour.Parse("#14181a"), Colour.Parse("#1e2426"), Colour.Parse("#eceeea"), Colour.Parse("#a9b2b4"), 0.2);

    public bool IsDark => Paper.Luminance < 0.2;
}
