using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;

namespace ReverseMentoring.Core.Needs;

/// <summary>All reasons for which a cohort needs its manager, the most pressing first: pages, the weekly mail and the HTTP interface read them here.</summary>
public static class NeedCatalogue
{
    private static readonly TimeSpan Refusing = TimeSpan.FromHours(1);

    public static IReadOnlyList<NeedReason> All { get; } =
    [
        new("mail-refused", NeedPlace.Mails, "The mail service has accepted no mail for more than an hour.",
            "Ask whoever runs the host to check the mail service; what is waiting goes out by itself once mail is accepted again.",
            facts => facts.Now - facts.Mails.RefusingSince > Refusing ? 1 : 0),
        new("manager-left", NeedPlace.Settings, "The directory no longer knows the programme manager, the person people can turn to.",
            "Name somebody else in the cohort's settings.",
            facts => facts.Directory.IsManagerGone ? 1 : 0),
        new("manager-unreached", NeedPlace.Mails, "Mails to the programme manager are not arriving.",
            "Check that the address is right, and send them again.",
            facts => facts.Mails.FailedToManager),
        new("paused", NeedPlace.Cohort, "The cohort is paused.",
            "No mail goes out and nothing moves on until you resume it.",
            facts => facts.State.Status is CycleStatus.Paused ? 1 : 0),
        new("to-admit", NeedPlace.Applications, "People who came by themselves have confirmed their address and wait to be admitted.",
            "See who they are, and admit them or tell them not this time: until then they only know that they are on the list.",
            facts => facts.ToAdmit),
        new("topics", NeedPlace.Topics, "Topics that people have added are waiting for you before everybody else sees them.",
            "Merge duplicates, remove what nobody could offer, and show the list to everybody. It goes out by itself when time is up.",
            facts => facts.IsIn(PhaseNames.CallForTopics) && facts.State is { AnsweredAt: not null, CloseNow: false } ? 1 : 0),
        new("review", NeedPlace.Review, "The pairs or circles are waiting for your review.",
            "Nobody hears anything until then: look at what was found, and approve it.",
            facts => facts.IsIn(PhaseNames.Review) && !facts.State.Approved ? Math.Max(1, facts.Standing.Meetings.Proposals) : 0),
        new("without", NeedPlace.Waiting, "People are without a partner or circle.",
            "Find out why before you approve: one rule fewer, or one more person, may help.",
            facts => facts.IsIn(PhaseNames.Review) ? Math.Max(0, facts.Standing.Without - facts.Waiting) : 0),
        new("no-topic", NeedPlace.Review, "Pairs were found in which the mentor brings nothing that the mentee asked for.",
            "Ask both what they would talk about, try other weights, or keep them apart, before you approve.",
            facts => facts.IsIn(PhaseNames.Review) && !facts.State.Approved ? facts.Meetings.Count(meeting => meeting.HasNothingToTeach && meeting.People.All(facts.Standing.TakesPart)) : 0),
        NeedReason.OfMeetings(
            "no-topic-later", "Two are asked whether they would meet, though the mentor brings nothing that the mentee asked for.",
            "Both are told that their topics don't meet. Ask them what they would talk about, or end the proposal.", MeetingNeeds.HasNothingInCommon),
        new("nobody-came", NeedPlace.Cohort, "Nobody has come by the open call, so the programme is over.",
            "Start another one with more days, or with a list of people.",
            facts => facts.Runs && facts.Cohort.Settings.OpenCall is not null && facts.Standing.People.All == 0 && PhaseCatalogue.IsBefore(PhaseNames.CallForTopics, facts.State.Phase) ? 1 : 0),
        new("turnout", NeedPlace.Cohort, "Too few people answered in time, so the phase was extended once.",
            "A word from somebody they know does more than a reminder. You can close the phase now or give it more days.",
            facts => facts.Runs && facts.State.ExtendedForTurnout ? 1 : 0),
        new("turnout-low", NeedPlace.People, "Half the time is up, and fewer than half have answered.",
            "A word from somebody they know does more than a reminder.",
            facts => facts is { Runs: true, Turnout: Turnout.UnderHalf, IsPastHalf: true, State.ExtendedForTurnout: false } ? 1 : 0),
        new("mail-stuck", NeedPlace.Mails, "Mails have been waiting for more than a working day.",
            "If the quota is used up, this resolves by itself, and everybody's time to answer counts from their own mail. Otherwise check whether all mail has been stopped.",
            facts => facts.Runs && facts.Now > facts.MailsOverdue ? 1 : 0),
        new("mails-failed", NeedPlace.Mails, "Mails bounced, were refused, or may not have been delivered.",
            "Correct the address if it is wrong, and send them again.",
            facts => facts.Mails.FailedToPeople),
        new("directory-gone", NeedPlace.People, "The directory no longer knows some of the people taking part.",
            "Ask whether they have left the company. Remove them, or correct their address, on their page.",
            facts => facts.Directory.Gone.Count) { People = facts => facts.Directory.Gone },
        new("correction", NeedPlace.People, "People say that something about them in the list is wrong.",
            "See on their page what they say is wrong, and accept it or leave it as it is.",
            facts => facts.ToCorrect.Count) { People = facts => facts.ToCorrect },
        NeedReason.OfAttention(Attention.NoCommonTime, "No common time was found.", "Ask both when they could meet, and record a session they agree on; or end the pair, so that both can find somebody else."),
        NeedReason.OfAttention(Attention.Stuck, "Again and again, planned times don't hold.", "Ask both whether they would rather part."),
        NeedReason.OfAttention(Attention.NoAnswer, "They were asked whether to carry on, and too few have answered.", "Ask them yourself how they would like to carry on."),
        NeedReason.OfAttention(Attention.NotRebooked, "A session has had no new time for days.", "Ask both when they could meet, and record a session they agree on."),
        NeedReason.OfMeetings("two-fell", "Twice in a row, a planned time didn't hold.", "They are asked by mail whether to carry on. A word from you may help.", MeetingNeeds.HasFallenTwice),
        NeedReason.OfMeetings("silent", "There has been no session for five weeks.", "Ask both whether they are still meeting, and record any sessions they have held by themselves.", MeetingNeeds.IsSilent),
        NeedReason.OfMeetings(
            "late-start", "Their first session is more than five weeks after they were brought together.",
            "They know the day. Of a pair you can propose an earlier one; a circle can be ended, so that places are looked for anew.", MeetingNeeds.BeginsLate) with { Day = MeetingNeeds.FirstOfLate },
        NeedReason.OfAttention(Attention.Calendar, "A calendar won't accept our entries.", "Ask whoever runs the mailboxes to check; sessions are missing from it."),
        NeedReason.OfAttention(Attention.FewerSessions, "Fewer sessions than planned fit.", "There is nothing you need to do: as many are planned as fit before their last day."),
    ];

    /// <exception cref="ArgumentException">There is no such reason.</exception>
    public static NeedReason Find(string slug) =>
        All.FirstOrDefault(reason => reason.Slug == slug) ?? throw new ArgumentException($"'{slug}' is no reason.", nameof(slug));
}
