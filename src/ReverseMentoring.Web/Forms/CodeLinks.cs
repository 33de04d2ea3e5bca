namespace ReverseMentoring.Web.Forms;

/// <summary>Where the code is asked for by which somebody's own words open, and what else stands behind it: below each of one's own links.</summary>
internal static class CodeLinks
{
    public const string Place = "code";

    public const string MyData = "my-data.json";

    /// <summary>In the query: what is opened then.</summary>
    public const string Next = "next";
}

/// <summary>What stands behind a code.</summary>
/// <param name="Next">What is opened then: a place below the link, or "" for the page that the link itself leads to.</param>
/// <param name="IsOut">A code went to the person's own address, and can be typed.</param>
public sealed record CodePageModel(string Next, bool IsOut)
{
    /// <summary>What was sent was not kept, since something else had been answered before.</summary>
    public bool Replaces { get; init; }
}
