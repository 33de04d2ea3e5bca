using ReverseMentoring.Core.Needs;

namespace ReverseMentoring.Web.Mails;

/// <summary>Where a manager's page is on which something is done about a need, below the cohort's own.</summary>
internal static class NeedAddresses
{
    /// <summary>Where the buttons of the cycle stand on the cohort's own page.</summary>
    public const string Commands = "commands";

    public static string PlaceOf(Need need) => need switch
    {
        { Meetings: [var only] } => $"pairs/{only}",
        { People: [var only] } => $"people/{only}",
        _ => need.Reason.Place switch
        {
            NeedPlace.Cohort => $"#{Commands}",
            NeedPlace.Settings => "settings",
            NeedPlace.Topics => "topics",
            NeedPlace.Review => "pairs",
            NeedPlace.People => "people",
            NeedPlace.Applications => "applications",
            NeedPlace.Waiting => "unmatched",
            NeedPlace.Meetings => "sessions?show=attention",
            NeedPlace.Mails => "mails",
        },
    };
}
