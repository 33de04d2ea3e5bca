using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;

namespace ReverseMentoring.Web.Forms;

/// <summary>One thing that a leader wants to try until the next session, as fields of whatever form they stand in. All may be left empty.</summary>
internal static class CommitmentFields
{
    public const string Name = "try";

    public static IReadOnlyList<Question> Questions { get; } = [new("Commitment.Ask"), new("Commitment.Remind"), new("Commitment.MayBeShown")];

    /// <param name="fields">What was posted.</param>
    /// <param name="session">After which session: its number.</param>
    /// <returns>Null where nothing was written.</returns>
    public static Commitment? Read(Fields fields, int session) => fields.Text(Name, PairNotesService.LongestCommitment) is { } text
        ? new(session, text, MayBeShown: fields.Value("may-be-shown") == "true", Remind: fields.Value("remind") == "true")
        : null;
}
