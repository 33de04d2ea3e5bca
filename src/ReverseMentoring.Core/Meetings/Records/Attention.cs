using ReverseMentoring.Core.Scheduling.Cadences;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>Why a meeting is on the manager's page under "needs attention": short codes, never by whose doing.</summary>
public static class Attention
{
    public const string NoCommonTime = "no-common-time";
    public const string FewerSessions = "fewer-sessions";

    /// <summary>A session has been without a new time for days.</summary>
    public const string NotRebooked = "not-rebooked";

    /// <summary>Asked whether to go on, not enough have answered.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Session after session falls.</summary>
    public const string Stuck = "stuck";

    /// <summary>A calendar refuses what we ask of it.</summary>
    public const string Calendar = "calendar";

    public static string CodeOf(AttentionReason reason) => reason switch
    {
        AttentionReason.Stuck => Stuck,
        AttentionReason.NotRebooked => NotRebooked,
        _ => NoAnswer,
    };
}
