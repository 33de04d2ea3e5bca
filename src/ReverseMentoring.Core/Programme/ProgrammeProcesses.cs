using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>The programme's processes: a cohort's cycle, a pair or circle, the outbox, a draft that ends by itself.</summary>
public static class ProgrammeProcesses
{
    public const string CohortKind = "cohort";
    public const string MeetingKind = "meeting";
    public const string OutboxKind = "outbox";
    public const string DraftKind = "draft";

    private static readonly ProcessId TheOutbox = new(OutboxKind, "all");

    extension(ProcessId id)
    {
        /// <summary>Of a cohort's process, or one of its pairs and circles; the outbox has none.</summary>
        public CohortId Cohort => new(id.Scope);

        /// <summary>Null where the process is no pair's or circle's.</summary>
        public MeetingId? Meeting => id.Part is { } part ? new MeetingId(part) : null;

        /// <summary>There is one outbox: the quota belongs to the mail service, not to a cohort.</summary>
        public static ProcessId Outbox => TheOutbox;

        public static ProcessId OfCohort(CohortId cohort) => new(CohortKind, cohort.Value);

        /// <summary>Of a draft of a start, by its id.</summary>
        public static ProcessId OfDraft(string draft) => new(DraftKind, draft);

        /// <summary>Of a pair or circle.</summary>
        public static ProcessId OfMeeting(CohortId cohort, MeetingId meeting) => new(MeetingKind, cohort.Value, meeting.Value);
    }
}
