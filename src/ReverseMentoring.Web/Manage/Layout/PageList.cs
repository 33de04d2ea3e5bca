namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>All pages, in the order of the menu.</summary>
internal sealed record PageList(IReadOnlyList<PageDeclaration> All);
