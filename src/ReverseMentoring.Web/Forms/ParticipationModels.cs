using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>Reads what <em>my participation</em> shows.</summary>
internal sealed class ParticipationModels(
    ParticipationService participation, MeetingPageModels meetings, FeedLinks feeds, CertificateReader certificates, IStore store, OwnWords words)
{
    public async Task<ParticipationPageModel> Read(LinkContext context, CancellationToken cancel)
    {
        var (mine, repository) = (new List<MyMeeting>(), new MeetingRepository(store, context.Cohort.Id));
        foreach (var meeting in await participation.MeetingsOf(context.Cohort.Id, context.Person.Id, cancel))
        {
            // One that was declined is nobody's any more, and says nothing of who declined.
            if (meeting.Status is MeetingStatus.Draft or MeetingStatus.Declined)
            {
                continue;
            }

            // Who has just said so has parted, though the meeting has yet to hear of it. A circle goes on without them.
            var parts = meeting.Status is MeetingStatus.Running && await participation.IsParting(context.Cohort.Id, context.Person.Id, meeting.Id, cancel);
            if (parts && meeting.Kind is MeetingKind.Circle)
            {
                continue;
            }

            var sessions = repository.Sessions(meeting.Id, cancel).Select(session => session.Value).Where(session => !parts || !session.IsOpen);
            var shown = parts ? meeting with { Status = MeetingStatus.Ended } : meeting;
            var listed = await sessions.ToListAsync(cancel);
            mine.Add(new(await meetings.ReadMeeting(context, shown, cancel), listed)
            {
                Guide = shown.Status is MeetingStatus.Running && listed.Find(session => session.HasTime && session.Time.Start > context.Now) is { } next
                    ? Agenda.PointsFor(context.Localizer, await words.Read(context.Cohort.Id, context.Culture.TwoLetterISOLanguageName, cancel), next.Number, shown.SessionsPlanned)
                    : [],
                Online = await repository.Events(meeting.Id, cancel).Where(row => row.Value.JoinUrl is not null)
                    .ToDictionaryAsync(row => row.Value.Number, row => row.Value.JoinUrl!, cancellationToken: cancel),
            });
        }

        return new([.. mine.OrderBy(one => one.Meeting.Status is MeetingStatus.Ended).ThenBy(one => one.Meeting.Round)])
        {
            Hours = await StatedHours.Read(store, context.Cohort.Id, context.Person, cancel),
            Parting = await Parting(context, mine, cancel),
            HasCertificate = await certificates.Find(context.Cohort, context.Person, cancel) is not null,
            Waits = await MyWaiting.Read(context, store, [.. mine.Select(one => one.Meeting)], cancel),
            Feed = feeds.To(context.Cohort.Id, context.Person.Id, context.Now),
            IsOver = context.IsOver,
        };
    }

    /// <summary>Until the closing survey has closed, and from the first session on, or from when somebody has left.</summary>
    private async Task<PartingQuestions?> Parting(LinkContext context, IReadOnlyList<MyMeeting> mine, CancellationToken cancel)
    {
        var parted = !context.Person.IsActive || mine.Any(one => one.Meeting.Status is MeetingStatus.Ended);
        var alone = context.Person.IsActive && mine.Count == 0 && !PhaseCatalogue.IsBefore(context.State.Phase, PhaseNames.Sessions);
        return (!parted && !alone) || context.State.ClosedWaves.Contains(WaveNames.End) || context.State.Status is CycleStatus.Cancelled or CycleStatus.Erased
            ? null
            : new(parted, alone, (await store.Read<Answer<PartingAnswer>>(Rows.Partition(context.Cohort.Id), AskId.Parting(context.Person.Id).AnswerKey, cancel))?.Value.Value);
    }
}
