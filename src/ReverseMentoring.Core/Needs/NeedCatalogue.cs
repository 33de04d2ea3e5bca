using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;

namespace ReverseMentoring.Core.Needs;

/// <summary>All reasons for which a cohort needs its manager, the most pressing first: pages, the weekly mail and the HTTP interface read them here.</summary>
public static class NeedCatalogue
{
    private static readonly TimeSpan Stuck = TimeSpan.FromDays(1);

    private static readonly TimeSpan Refusing = TimeSpan.FromHours(1);

    public static IReadOnlyList<NeedReason> All { get; } =
    [
        new("mail-refused", NeedPlace.Mails, "The mail service has taken no mail for more than an hour.",
            "Have whoever runs the host look at the mail service; what waits goes by itself then.",
            facts => facts.Now - facts.Mails.RefusingSince > Refusing ? 1 : 0),
        new("manager-left", NeedPlace.Cohort, "The directory no longer knows the programme manager whom people can turn to.",
            "Name somebody else in the cohort's settings.",
            facts => facts.Directory.IsManagerGone ? 1 : 0),
        new("manager-unreached", NeedPlace.Mails, "Mails to the programme manager do not arrive.",
            "Look whether the address is right, and send them again.",
            facts => facts.Mails.FailedToManager),
        new("paused", NeedPlace.Cohort, "The cohort is paused and waits to be resumed.",
            "Nothing goes on and no mail goes until you resume it.",
            facts => facts.State.Status is CycleStatus.Paused ? 1 : 0),
        new("topics", NeedPlace.Topics, "Topics that people have added wait to be looked at before all others see them.",
            "Merge what is the same, take off what nobody could offer, and show the list to all. It goes on by itself when its days are over.",
            facts => facts.IsIn(PhaseNames.CallForTopics) && facts.State is { AnsweredAt: not null, CloseNow: false } ? 1 : 0),
        new("review", NeedPlace.Review, "The pairs or circles wait to be looked at and approved.",
            "Nobody hears of a partner before: look at what was found, and approve it.",
            facts => facts.IsIn(PhaseNames.Review) && !facts.State.Approved ? Math.Max(1, facts.Standing.Meetings.Proposals) : 0),
        new("without", NeedPlace.Waiting, "People are without a partner or circle.",
            "Look why, before you approve: a rule less, or a person more, may give them one.",
            facts => facts.IsIn(PhaseNames.Review) ? facts.Standing.Without : 0),
        new("no-topic", NeedPlace.Review, "Pairs were found in which the mentor brings nothing that the mentee asked for.",
            "Ask both what they would talk about, try other weights, or keep them apart, before you approve.",
            facts => facts.IsIn(PhaseNames.Review) && !facts.State.Approved ? facts.Meetings.Count(meeting => meeting.HasNothingToTeach) : 0),
        new("turnout", NeedPlace.People, "Too few answered in time: the phase was extended by itself.",
            "A word from somebody they know does more than a reminder. You can close the phase, or give it more days.",
            facts => facts.Runs && facts.State.ExtendedForTurnout ? 1 : 0),
        new("turnout-low", NeedPlace.People, "Half of the days are over, and fewer than half have answered.",
            "A word from somebody they know does more than a reminder.",
            facts => facts is { Runs: true, Turnout: Turnout.UnderHalf, IsPastHalf: true, State.ExtendedForTurnout: false } ? 1 : 0),
        new("mail-stuck", NeedPlace.Mails, "Mails have waited for more than a day.",
            "Where the quota allows no more, this ends by itself, and everybody's days count from their own mail. Else look whether all mail is stopped.",
            facts => facts.Runs && facts.Now - facts.Mails.WaitingSince > Stuck ? 1 : 0),
        new("mails-failed", NeedPlace.Mails, "Mails came back, were refused, or have an unknown fate.",
            "Correct the address where it is wrong, and send them again.",
            facts => facts.Mails.FailedToPeople),
        new("directory-gone", NeedPlace.People, "The directory no longer knows people who take part.",
            "Ask whether they have left. Take them out, or correct their address, on their page.",
            facts => facts.Directory.Gone.Count) { People = facts => facts.Directory.Gone },
        new("correction", NeedPlace.People, "People say that something in the list about them is wrong.",
            "Take it over on their page, or let it be.",
            facts => facts.ToCorrect.Count) { People = facts => facts.ToCorrect },
        NeedReason.OfAttention(Attention.NoCommonTime, "No common time was found.", "Ask both when they could, or end the pair so that each can get another."),
        NeedReason.OfAttention(Attention.Stuck, "Session after session does not take place.", "Ask both whether they would rather part."),
        NeedReason.OfAttention(Attention.NoAnswer, "Asked whether to go on, not enough have answered.", "Ask both."),
        NeedReason.OfAttention(Attention.NotRebooked, "A session has been without a new time for days.", "Ask both when they could, and record the session that they agree on."),
        NeedReason.OfMeetings("two-fell", "Two sessions in a row have fallen.", "They have been asked whether to go on. A word from you may help.", MeetingNeeds.HasFallenTwice),
        NeedReason.OfMeetings("silent", "There has been no session for five weeks.", "Ask both whether they still meet, and record what they have held by themselves.", MeetingNeeds.IsSilent),
        NeedReason.OfAttention(Attention.Calendar, "A calendar refuses what is asked of it.", "Have whoever runs the mailboxes look; their sessions are not in it."),
        NeedReason.OfAttention(Attention.FewerSessions, "Fewer sessions than planned fit.", "Nothing, unless both would rather meet more often."),
    ];

    /// <exception cref="ArgumentException">There is no such reason.</exception>
    public static NeedReason Find(string slug) =>
        All.FirstOrDefault(reason => reason.Slug == slug) ?? throw new ArgumentException($"'{slug}' is no reason.", nameof(slug));
}
