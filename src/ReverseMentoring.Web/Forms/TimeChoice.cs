using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>What somebody says of the times of a series, for themselves or for whose calendar they keep: one that is free, one that they have agreed on, several at once.</summary>
internal sealed class TimeChoice(IRescheduleService sessions)
{
    /// <param name="context">Whose page it is.</param>
    /// <param name="fields">What was posted; what can't be had is an error there.</param>
    /// <param name="meeting">The pair or circle.</param>
    /// <param name="session">That the page is about.</param>
    /// <param name="coming">The others that are to come.</param>
    /// <param name="free">Times that were offered.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>Whether all of it is on its way.</returns>
    public async Task<bool> Take(
        LinkContext context, Fields fields, MeetingId meeting, Session session, IReadOnlyList<Session> coming, IEnumerable<Interval> free, CancellationToken cancel)
    {
        var (wished, answer) = (RhythmFields.Read(fields, context.Localizer.Zone), RhythmFields.ReadAnswer(fields));
        var agreed = AgreedTimes.Read(fields, session, coming, context.Localizer.Zone, context.Now);
        var value = fields.Value("time");
        if (value.Length == 0 && agreed.Count == 0 && wished is null && answer is null && !fields.HasErrors)
        {
            fields.Wrong("time", "Reschedule.Empty");
        }

        if (fields.HasErrors)
        {
            return false;
        }

        // What was agreed on for this session counts before what was tapped.
        if (value.Length > 0 && agreed.All(one => one.Field != AgreedTimes.Own)
            && (free.Where(time => SessionPageModel.ValueOf(time) == value).Select(time => (DateTimeOffset?)time.Start).FirstOrDefault() is not { } start
                || !await sessions.Choose(context.Cohort.Id, context.Person.Id, meeting, session.Number, start, cancel)))
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        foreach (var (field, number, at) in agreed)
        {
            if (!await sessions.Agree(context.Cohort.Id, context.Person.Id, meeting, number, at, cancel))
            {
                fields.Wrong(field, "Reschedule.OwnTaken");
            }
        }

        // Last, since it moves all sessions to come.
        if (answer is { } takes && !await sessions.AnswerRhythm(context.Cohort.Id, context.Person.Id, meeting, session.Number, takes, cancel))
        {
            fields.Wrong(RhythmFields.Answer, "Reschedule.RhythmGone");
        }
        else if (wished is not null && !await sessions.WishRhythm(context.Cohort.Id, context.Person.Id, meeting, session.Number, wished, cancel))
        {
            fields.Wrong(RhythmFields.First, "Reschedule.RhythmFull");
        }

        return !fields.HasErrors;
    }
}
