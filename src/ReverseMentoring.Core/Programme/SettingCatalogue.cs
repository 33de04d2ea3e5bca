using ReverseMentoring.Core.Matching.Criteria;
using static ReverseMentoring.Core.Programme.PhaseNames;
using static ReverseMentoring.Core.Programme.SettingGroup;
using static ReverseMentoring.Core.Programme.SettingKind;

namespace ReverseMentoring.Core.Programme;

/// <summary>All settings that HR gives a cohort, in the order of the page; a new one is one line here, and its name in the texts.</summary>
public static class SettingCatalogue
{
    public static IReadOnlyList<SettingDeclaration> All { get; } =
    [
        new("name", Text, Basics, PhaseNames.Feedback) { Needed = true },
        new("start", Date, Basics, Preparation, SettingLock.Told) { Needed = true },
        new("language", Language, Basics, PhaseNames.Feedback),
        new("timeZone", Text, Basics, Preparation, SettingLock.Told),
        new("digest", Switch, Basics, PhaseNames.Feedback),

        new("goal.chosen", Choice, SettingGroup.Goal, Preparation, SettingLock.Told) { Choices = ["skills", "bridges", "voice", "stay"], EmptyIsNull = true },
        new("goal.why", Text, SettingGroup.Goal, Preparation, SettingLock.Told),
        new("goal.different", Text, SettingGroup.Goal, Preparation, SettingLock.Told),
        new("goal.measuredBy", Several, SettingGroup.Goal, Preparation, SettingLock.Told)
        {
            Choices = ["skill", "understanding", "trust", "voice", "belonging", "access", "confidence", "openness", "stay"], EmptyIsNull = true,
        },

        new("contacts.manager.name", Text, SettingGroup.Contacts, PhaseNames.Feedback) { Needed = true },
        new("contacts.manager.email", Address, SettingGroup.Contacts, PhaseNames.Feedback) { Needed = true },
        new("contacts.manager.language", Language, SettingGroup.Contacts, PhaseNames.Feedback),
        new("contacts.trusted.name", Text, SettingGroup.Contacts, PhaseNames.Feedback) { Needed = true },
        new("contacts.trusted.email", Address, SettingGroup.Contacts, PhaseNames.Feedback) { Needed = true },
        new("contacts.trusted.phone", Telephone, SettingGroup.Contacts, PhaseNames.Feedback),

        new("openCall", Part, SettingGroup.OpenCall, OffersAndWishes),
        new("openCall.domains", Lines, SettingGroup.OpenCall, OffersAndWishes),
        new("openCall.mentorPlaces", Number, SettingGroup.OpenCall, OffersAndWishes) { Least = 1, Most = 100_000 },
        new("openCall.menteePlaces", Number, SettingGroup.OpenCall, OffersAndWishes) { Least = 1, Most = 100_000 },
        new("openCall.admission", Choice, SettingGroup.OpenCall, OffersAndWishes) { Choices = ["one-by-one", "first-come"] },
        new("openCall.until", Date, SettingGroup.OpenCall, OffersAndWishes),

        new("matching.circles", Part, Meeting, Preparation, SettingLock.Asked),
        new("matching.circles.smallestSize", Number, Meeting, Preparation, SettingLock.Asked) { Least = 4, Most = 8 },
        new("matching.circles.largestSize", Number, Meeting, Preparation, SettingLock.Asked) { Least = 4, Most = 8 },
        new("sessions.sessions", Number, Meeting, Review, SettingLock.Booked) { Least = 1, Most = 60 },
        new("sessions.minutes", Number, Meeting, Review, SettingLock.Booked) { Least = 5, Most = 480 },
        new("sessions.idealDays", Number, Meeting, Review, SettingLock.Booked) { Least = 7, Most = 365 },
        new("sessions.minimumDays", Number, Meeting, Review, SettingLock.Booked) { Least = 7, Most = 365 },
        new("sessions.maximumDays", Number, Meeting, Review, SettingLock.Booked) { Least = 7, Most = 365 },
        new("sessions.preferred", DayParts, Meeting, Review, SettingLock.Booked),
        new("sessions.weeklyLimit", Number, Meeting, Review, SettingLock.Booked) { Least = 1, Most = 7 },
        new("rebookingDays", Number, Meeting, Sessions) { Least = 1, Most = 60 },

        .. PhaseCatalogue.WithLength.Select(phase => new SettingDeclaration($"phases.{phase.Setting}", Number, Phases, phase.Name) { Least = 1, Most = 90 }),
        new("reminders", Numbers, Phases, PhaseNames.Feedback),
        new("turnout.minimum", Share, Phases, Preparation, SettingLock.Asked) { Least = 0, Most = 100 },
        new("turnout.extendDays", Number, Phases, PhaseNames.Feedback) { Least = 0, Most = 30 },
        new("review.goOnAfterDeadline", Switch, Phases, Review),
        new("confirmationRounds", Number, Phases, Confirmation) { Least = 0, Most = 5 },

        .. CriteriaCatalogue.All.Select(criterion => new SettingDeclaration($"matching.weights.{criterion.Code}", Number, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched) { Least = 0, Most = 1000 }),
        new("matching.minimumScore", Score, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched) { Least = 1, Most = 100 },
        new("matching.reportingDepth", Depth, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched) { Least = 0, Most = 50 },
        new("matching.minimumLevelGap", Number, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched) { Least = -50, Most = 50 },
        new("matching.minimumSharedMinutes", Number, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched) { Least = 0, Most = 7 * 24 * 60 },
        new("matching.requireSharedLanguage", Switch, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched),
        new("matching.preferNearby", Switch, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched),
        new("matching.allowRepeatedPairs", Switch, SettingGroup.Matching, OffersAndWishes, SettingLock.Matched),

        new("topics", Lines, SettingGroup.Topics, Preparation, SettingLock.Asked) { EmptyIsNull = true },
        new("material", Lines, SettingGroup.Topics, Sessions),
        new("topicsLookDays", Number, SettingGroup.Topics, CallForTopics) { Least = 0, Most = 30 },

        new("calendar.mode", Choice, Places, Review, SettingLock.Booked) { Choices = ["mail", "microsoft365"], NeedsMicrosoft365 = true },
        new("calendar.organizer", Choice, Places, Review, SettingLock.Booked) { Choices = ["service-mailbox", "mentor", "mentee"], NeedsMicrosoft365 = true },
        new("directory", Switch, Places, PhaseNames.Feedback) { NeedsMicrosoft365 = true },
        new("calendar.link", Link, Places, Sessions),
        new("calendar.room", Text, Places, Sessions),
        new("closed", Weeks, Places, Review, SettingLock.Booked),
        new("countries", Map, Places, Sessions),
        new("delegateDomains", Lines, Places, Sessions),

        new("worksCouncil", Switch, SettingGroup.Report, PhaseNames.Feedback),
        new("drawnWaitingList", Switch, SettingGroup.Report, Preparation, SettingLock.Told),
        new("minimumGroup", Number, SettingGroup.Report, Review, SettingLock.Told) { Least = GroupSizes.Least, Most = GroupSizes.Most, OnlyRises = true },
        new("retentionDays", Number, SettingGroup.Report, Sessions, SettingLock.Told) { Least = 0, Most = 3650 },

        new("notice.responsible", Paragraph, Notice, Preparation, SettingLock.Agreed),
        new("notice.basis", Paragraph, Notice, Preparation, SettingLock.Agreed),
        new("notice.officer.name", Text, Notice, Preparation, SettingLock.Agreed),
        new("notice.officer.email", Address, Notice, Preparation, SettingLock.Agreed),
        new("notice.more", Link, Notice, Preparation, SettingLock.Agreed),

        new("branding.company", Text, Look, PhaseNames.Feedback),
        new("branding.colour", Text, Look, PhaseNames.Feedback),
        new("branding.logo", Link, Look, PhaseNames.Feedback),
        new("branding.sender", Text, Look, PhaseNames.Feedback),
    ];

    public static SettingDeclaration? Find(string path) => All.FirstOrDefault(setting => setting.Path == path);

    /// <summary>The setting that a place in the JSON belongs to: <c>reminders[1]</c> to <c>reminders</c>.</summary>
    public static SettingDeclaration? At(string place) => All.Where(setting => place == setting.Path || place.StartsWith(setting.Path + ".", StringComparison.Ordinal) || place.StartsWith(setting.Path + "[", StringComparison.Ordinal))
        .MaxBy(setting => setting.Path.Length);
}
