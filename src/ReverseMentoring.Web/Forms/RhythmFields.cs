using System.Globalization;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Forms;

/// <summary>A fixed rhythm that somebody of a pair wishes, and their word on the one that the partner wishes.</summary>
internal static class RhythmFields
{
    public const string Weeks = "rhythm";

    public const string First = "rhythm-first";

    public const string Answer = "rhythm-answer";

    public static IReadOnlyList<Question> Questions { get; } =
    [
        new("Reschedule.Rhythm", "Reschedule.RhythmNone", "Reschedule.Rhythm2", "Reschedule.Rhythm3", "Reschedule.Rhythm4"),
        new("Reschedule.RhythmFirst"),
        new("Reschedule.RhythmAsked", "Reschedule.RhythmYes", "Reschedule.RhythmNo"),
    ];

    /// <returns>Null: none is wished, or what was said is an error.</returns>
    public static FixedRhythm? Read(Fields fields, Zone zone)
    {
        if (fields.Value(Weeks) is not { Length: > 0 } chosen)
        {
            return null;
        }

        if (!int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || AgreedTimes.Local(fields.Value(First)) is not { } first
            || new FixedRhythm(weeks, DateOnly.FromDateTime(first), TimeOnly.FromDateTime(first), zone.Id) is not { IsPossible: true } rhythm)
        {
            fields.Wrong(First, "Reschedule.RhythmFirstEmpty");
            return null;
        }

        return rhythm;
    }

    /// <returns>Whether they want the rhythm that the partner wishes; null: nothing was said.</returns>
    public static bool? ReadAnswer(Fields fields) => fields.Value(Answer) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    /// <summary>Whether the visitor is asked, and not the one who wishes it.</summary>
    public static bool IsAsked(RhythmWish? wish, LinkContext context) => wish?.AwaitsAnswerOf(context.Person.Id) is true;
}
