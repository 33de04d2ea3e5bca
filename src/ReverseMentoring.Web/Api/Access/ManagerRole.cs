namespace ReverseMentoring.Web.Api.Access;

/// <summary>What somebody may do; each may all that those before it may.</summary>
public enum ManagerRole
{
    /// <summary>Sees the figures of cohorts and nothing of single people: for sponsors.</summary>
    Viewer,

    /// <summary>Steers cohorts that were given to them.</summary>
    Manager,

    /// <summary>Starts cohorts, stops mail, and says who manages what.</summary>
    Administrator,
}
