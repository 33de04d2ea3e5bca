using System.Text.Json.Nodes;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

public enum CommandKind
{
    /// <summary>End the phase with the answers that are there.</summary>
    Close,

    /// <summary>Give the phase more days.</summary>
    Extend,
    Pause,
    Resume,

    /// <summary>End the whole cohort.</summary>
    Cancel,

    /// <summary>These pairs it is.</summary>
    Approve,

    /// <summary>This mentor with this mentee.</summary>
    Lock,

    /// <summary>Not this mentor with this mentee.</summary>
    Forbid,

    /// <summary>Neither lock nor forbid any more.</summary>
    Free,

    /// <summary>Match again, with the locks and forbids of now, and by other weights and rules where they come along.</summary>
    Rerun,

    /// <summary>Erase all personal data now.</summary>
    Erase,

    /// <summary>Other settings from now on.</summary>
    Change,

    /// <summary>Tell everybody that works council mode is to end: before that it can't be switched off.</summary>
    Announce,
}

/// <summary>What the manager asked for, stored before anyone is woken.</summary>
/// <param name="Days">With <see cref="CommandKind.Extend"/>.</param>
/// <param name="Mentor">With locks and forbids.</param>
/// <param name="Mentee">With locks and forbids.</param>
/// <param name="Stage">
/// The <see cref="CycleState.Stage"/> that the manager saw: "close now" that comes late must not close the next phase. Null: any.
/// </param>
/// <param name="Policy">With <see cref="CommandKind.Rerun"/>: by what the cohort matches from now on. Null: as before.</param>
/// <param name="Changes">With <see cref="CommandKind.Change"/>: settings by their paths.</param>
[Kept(Keys, KeptFor.Steering, ReadBy.Nobody, KeptUntil.Done)]
public sealed record CohortCommand(
    CommandKind Kind, DateTimeOffset At, int Days = 0, PersonId? Mentor = null, PersonId? Mentee = null, int? Stage = null, MatchingPolicy? Policy = null,
    IReadOnlyDictionary<string, JsonNode?>? Changes = null)
{
    public const string Keys = Rows.Command + "cohort.";

    public bool IsFor(CycleState state) =>
        (Possible(state).Contains(Kind) || (Kind is CommandKind.Change or CommandKind.Announce && state.Status is CycleStatus.Running or CycleStatus.Paused))
        && (Kind is not CommandKind.Announce || CanAnnounce(state))
        && (Stage is null || Stage == state.Stage || Kind is not (CommandKind.Close or CommandKind.Extend or CommandKind.Approve or CommandKind.Rerun));

    /// <summary>There is somebody to tell, and something that they rely on.</summary>
    public static bool CanAnnounce(CycleState state) =>
        state.Status is CycleStatus.Running or CycleStatus.Paused && state.Phase != PhaseNames.Preparation && !PhaseCatalogue.IsBefore(PhaseNames.Feedback, state.Phase);

    /// <summary>What the manager can say to a cohort as it stands.</summary>
    public static IEnumerable<CommandKind> Possible(CycleState state)
    {
        if (state.Status is CycleStatus.Erased)
        {
            yield break;
        }

        if (state.Status is CycleStatus.Cancelled || state.Phase == PhaseNames.Retention)
        {
            yield return CommandKind.Erase;
            yield break;
        }

        if (state.Status is CycleStatus.Paused)
        {
            yield return CommandKind.Resume;
            yield return CommandKind.Cancel;
            yield break;
        }

        if (state.Phase == PhaseNames.Review)
        {
            foreach (var kind in new[] { CommandKind.Approve, CommandKind.Lock, CommandKind.Forbid, CommandKind.Free, CommandKind.Rerun })
            {
                yield return kind;
            }
        }
        else if (PhaseCatalogue.Find(state.Phase).CanClose)
        {
            yield return CommandKind.Close;
        }

        if (PhaseCatalogue.Find(state.Phase).CanExtend)
        {
            yield return CommandKind.Extend;
        }

        yield return CommandKind.Pause;
        yield return CommandKind.Cancel;
    }
}
