namespace ReverseMentoring.Web.Api.Links;

/// <summary>Where something is, or can be done.</summary>
/// <param name="Href">A path on this host.</param>
/// <param name="Method">The HTTP method to use.</param>
public sealed record ApiLink(string Href, string Method = "GET")
{
    /// <summary>True where the path has parts in braces to fill in; else left out.</summary>
    public bool? Templated { get; init; }
}
