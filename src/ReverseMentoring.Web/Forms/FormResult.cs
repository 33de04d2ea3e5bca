using Microsoft.AspNetCore.Components;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>What a request comes to: a page, or another address to look at.</summary>
internal abstract record FormResult
{
    /// <summary>An answer that opens to its own person only is asked for, or was kept: the browser is to be known again as the one that it comes from.</summary>
    public bool KnowsBrowser { get; init; }

    /// <param name="Status">200, 404, 410, or 422 for a form with mistakes.</param>
    /// <param name="Component">The page.</param>
    /// <param name="View">Its one parameter.</param>
    public sealed record Page(int Status, Type Component, object View) : FormResult;

    /// <summary>After a post: the browser gets the next page by GET, so that a reload sends nothing again.</summary>
    public sealed record SeeOther(string Address) : FormResult;

    /// <param name="Name">What it is called where it is kept.</param>
    /// <param name="Type">Its media type.</param>
    public sealed record File(string Name, string Type, byte[] Content) : FormResult;

    public static Page ForPage<TPage>(object view, int status = 200)
        where TPage : IComponent => new(status, typeof(TPage), view);

    /// <summary>Nothing can be done here; the page says why, with the reason's status.</summary>
    public static Page Closed(ClosedReason reason) => ForPage<ClosedPage>(reason, reason.Status);
}
