using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>What somebody says of the times of a series, for themselves or for whose calendar they keep: one that is free, one that they have agreed on, several at once.</summary>
internal sealed class TimeChoice(IRescheduleService sessions)
{
    /// <summary>What became of it, as <see cref="LinkContext.Sent"/>: a rhythm is wished, both have it, all stays as it is; or a session moves.</summary>
    private const string Wished = "wished", Together = "together", AsItIs = "as-it-is", Moves = "1";

    /// <summary>The text that says it.</summary>
    public static string NextOf(string? sent, string moved) => sent is Wished or Together or AsItIs ? $"Next.Rhythm.{sent}" : moved;

    /// <param name="context">Whose page it is.</param>
    /// <param name="fields">What was posted; what can't be had is an error there.</param>
    /// <param name="meeting">The pair or circle.</param>
    /// <param name="session">That the page is about.</param>
    /// <param name="coming">The others that are to come.</param>
    /// <param name="free">Times that were offered.</param>
    /// <param name="until">When a session that they agree on has to be over.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>What became of it; null: not all of it can be had, and nothing has happened.</returns>
    public async Task<string?> Take(
        LinkContext context, Fields fields, MeetingId meeting, Session session, IReadOnlyList<Session> coming, IEnumerable<Interval> free, DateTimeOffset until,
        CancellationToken cancel)
    {
        var (wished, answer) = (RhythmFields.Read(fields, context.Localizer.Zone), RhythmFields.ReadAnswer(fields));
        var agreed = AgreedTimes.Read(fields, session, coming, until, context.Localizer, context.Now);
        var value = fields.Value("time");
        if (value.Length == 0 && agreed.Count == 0 && wished is null && answer is null && !fields.HasErrors)
        {
            fields.Wrong("time", "Reschedule.Empty");
        }

        // What was agreed on for this session counts before what was tapped.
        var taps = value.Length > 0 && agreed.All(one => one.Field != AgreedTimes.Own);
        var tapped = free.Where(time => taps && SessionPageModel.ValueOf(time) == value).Select(time => (DateTimeOffset?)time.Start).FirstOrDefault();
        if (taps && tapped is null)
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        // All of them or none: whoever reads that something is wrong has moved nothing.
        (int, DateTimeOffset)[] asked = [.. tapped is { } one ? [(session.Number, one)] : Array.Empty<(int, DateTimeOffset)>(), .. agreed.Select(one => (one.Session, one.Start))];
        foreach (var number in fields.HasErrors ? [] : await sessions.Clashes(context.Cohort.Id, context.Person.Id, meeting, asked, cancel))
        {
            var field = agreed.FirstOrDefault(one => one.Session == number).Field;
            fields.Wrong(field ?? "time", field is null ? "Reschedule.Taken" : "Reschedule.OwnTaken");
        }

        if (fields.HasErrors)
        {
            return null;
        }

        if (tapped is { } start && !await sessions.Choose(context.Cohort.Id, context.Person.Id, meeting, session.Number, start, cancel))
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

        return fields.HasErrors ? null : asked.Length > 0 ? Moves : answer is true ? Together : answer is false ? AsItIs : Wished;
    }
}
