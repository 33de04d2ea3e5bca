using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Forms;

/// <summary>A delegate's link says which naming it belongs to, so that it ends with it.</summary>
internal static class DelegateLinks
{
    public static bool Holds(Link link, Person leader) => leader.ConfirmedDelegate is not null && link.Revision == leader.DelegateRevision;
}
