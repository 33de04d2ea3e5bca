using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>A fixed rhythm: one of the two wishes it, the other is asked, and it holds where both want it.</summary>
internal sealed class MeetingRhythm(RhythmBooking booking)
{
    public async Task Advance(MeetingContext context, CancellationToken cancel)
    {
        foreach (var command in context.Commands.Select(command => command.Value))
        {
            if (command is not { Rhythm: { } rhythm, Person: { } by } || !context.Meeting.Has(by) || context.Meeting.Kind is not MeetingKind.Pair)
            {
                continue;
            }

            var isWished = context.Meeting.RhythmWish is { } wish && wish.AwaitsAnswerOf(by) && wish.Rhythm == rhythm;
            if (command.Kind is MeetingCommandKind.WishRhythm && !isWished)
            {
                Wish(context, by, rhythm);
            }
            else if (isWished)
            {
                await Answer(context, rhythm, takes: command.Agreed || command.Kind is MeetingCommandKind.WishRhythm, cancel);
            }
        }
    }

    private static void Wish(MeetingContext context, PersonId by, FixedRhythm rhythm)
    {
        if (context.Meeting.RhythmWish is { } last && last.By == by && last.Rhythm == rhythm)
        {
            return;
        }

        var wish = new RhythmWish(by, (context.Meeting.RhythmWish?.Number ?? 0) + 1, rhythm);
        context.Meeting = context.Meeting with { RhythmWish = wish };
        foreach (var other in context.People.Where(person => person.IsActive && person.Id != by))
        {
            context.Tell(other, MailKind.RhythmWished, $"{wish.Number}");
        }
    }

    private async Task Answer(MeetingContext context, FixedRhythm rhythm, bool takes, CancellationToken cancel)
    {
        context.Meeting = context.Meeting with { RhythmWish = context.Meeting.RhythmWish! with { Rhythm = null } };
        if (!takes || await booking.Fix(context, rhythm, cancel) is not { } planned)
        {
            return;
        }

        context.Meeting = context.Meeting with { IdealDays = 7 * rhythm.Weeks };
        foreach (var session in planned)
        {
            context.Replan(session);
        }

        context.Again = true;
    }
}
