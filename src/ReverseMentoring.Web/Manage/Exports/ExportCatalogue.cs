using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Exports;

/// <summary>All lists of a cohort that can be had as a file. Each says what its page says, and nothing else.</summary>
internal sealed class ExportCatalogue(IStore store)
{
    /// <summary>By the place of the page that they stand on.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [ManagerRoutes.People, ManagerRoutes.Pairs, ManagerRoutes.Sessions, ManagerRoutes.Unmatched, ManagerRoutes.Topics, ManagerRoutes.Mails, ManagerRoutes.Report];

    /// <returns>Null where there is no such list, or works council mode shows nothing of it.</returns>
    public async Task<ExportTable?> Read(CohortContext context, string name) =>
        await ReadWhole(context, name) is { } table ? (context.IsCouncilMode ? table.InCouncilMode() : table) : null;

    private async Task<ExportTable?> ReadWhole(CohortContext context, string name) => name switch
    {
        ManagerRoutes.People => await People(context),
        ManagerRoutes.Pairs => await Pairs(context),
        ManagerRoutes.Sessions => await Sessions(context),
        ManagerRoutes.Unmatched => await Unmatched(context),
        ManagerRoutes.Topics => await TopicsOf(context),
        ManagerRoutes.Mails => await Mails(context),
        ManagerRoutes.Report => await Report(context),
        _ => null,
    };

    private static async Task<ExportTable> People(CohortContext context)
    {
        var standing = await context.ReadStanding();
        return new(
            Columns(context, Told.List, "People.Name", "Person.Email", "People.Role", "People.State", "Person.JobTitle", "People.Department", "People.Level", "Person.Location", "People.Partners"),
            [
                .. (await context.Rows.People()).Items.Where(person => !person.Gone).Select(person => (object?[])
                [
                    person.Name, person.Email, context.Say($"Role.{person.Role}"), PersonStates.NameOf(context, standing.StateOf(person.Id)), person.JobTitle, person.Department,
                    person.Level, person.Location, standing.PartnersOf(person.Id),
                ]),
            ]);
    }

    private async Task<ExportTable> Pairs(CohortContext context)
    {
        var people = await context.Rows.People();
        var topics = (await new TopicRepository(store).ReadTopics(context.Cohort, context.Cancel)).Topics.ToDictionary(topic => topic.Id, topic => TopicTitles.Translate(topic, context.Culture));
        return new(
            Columns(context, Told.Review, "Role.Mentor", "Role.Mentee", "Pair.Topic", "Session.Status"),
            [
                .. (await context.Rows.Meetings()).Items.Where(meeting => meeting.Status is not Core.Meetings.Records.MeetingStatus.Declined).Select(meeting => (object?[])
                [
                    MeetingTexts.Names(context, people, meeting, Role.Mentor), MeetingTexts.Names(context, people, meeting, Role.Mentee),
                    context.Localizer.Titles((meeting.HidesTopics ? [] : meeting.ToldAbout).Select(topic => topics.GetValueOrDefault(topic, ""))), MeetingTexts.Status(context, meeting),
                ]),
            ]);
    }

    private static async Task<ExportTable> Sessions(CohortContext context)
    {
        var (people, meetings) = (await context.Rows.People(), await context.Rows.Meetings());
        return new(
            Columns(context, Told.Person, "Session.Number", "Session.Time", "Role.Mentor", "Role.Mentee", "Session.Status", "Session.Moved"),
            [
                .. (await context.Rows.Sessions()).Items.OrderBy(session => session.Time.Start).Select(session => (session, meeting: meetings.Find(session.Meeting))).Select(row => (object?[])
                [
                    row.session.Number, context.Zone.Local(row.session.Time.Start), row.meeting is { } one ? MeetingTexts.NamesAt(context, people, one, row.session, Role.Mentor) : null,
                    row.meeting is { } two ? MeetingTexts.NamesAt(context, people, two, row.session, Role.Mentee) : null,
                    context.Say($"SessionStanding.{row.session.StandingOf(context.Now)}"), row.session.Sequence,
                ]),
            ]);
    }

    private async Task<ExportTable> Unmatched(CohortContext context)
    {
        var standing = await context.ReadStanding();
        var why = await Core.Cycle.Finding.WhyWithout.Read(store, context.Cohort, (await context.Rows.Meetings()).Items, context.Cancel);
        return new(
            Columns(context, Told.Review, "People.Name", "Person.Email", "People.Role", "People.Department", "Unmatched.Why"),
            [
                .. (await context.Rows.People()).Items.Where(person => standing.StateOf(person.Id) is Core.Standings.PersonState.Waiting)
                    .Select(person => (object?[])[person.Name, person.Email, context.Say($"Role.{person.Role}"), person.Department, context.SayCode("Unmatched", why.Of(person.Id))]),
            ]);
    }

    private async Task<ExportTable> TopicsOf(CohortContext context)
    {
        var topics = await new TopicRepository(store).Shown(context.Standing, context.Cancel);
        return new(Columns(context, Told.Aggregate, "Pair.Topic"), [.. topics.Select(topic => (object?[])[TopicTitles.Translate(topic, context.Culture)])]);
    }

    private async Task<ExportTable> Mails(CohortContext context)
    {
        var people = await context.Rows.People();
        return new(
            Columns(context, Told.Exception, "Mails.To", "Person.Email", "Mails.State", "Mails.At"),
            [
                .. (await FailedMails.Deliveries(store, Rows.Partition(context.Cohort.Id), context.Cancel)).Select(to => (to, person: to.Person is { } id ? people.Find(id) : null)).Select(row => (object?[])
                [
                    row.to.Person is null ? context.Say("Mails.ToManager") : PeopleNames.Name(context, row.person), row.person?.Email,
                    context.Say($"MailState.{row.to.State}"), DateOnly.FromDateTime(context.Zone.Local(row.to.At).DateTime),
                ]),
            ]);
    }

    /// <summary>As the report's own CSV has it: names there are for programs, and the same in all languages.</summary>
    private async Task<ExportTable> Report(CohortContext context)
    {
        var read = await ReadReport.Read(store, context.Cohort, context.State, context.Now, context.May(ManagerRole.Manager), context.Cancel);
        return new([.. ReportCsv.Heads.Select(head => new ExportColumn(head, Told.Aggregate))], [.. ReportCsv.Rows(read.Report, read.Comments)]);
    }

    private static IReadOnlyList<ExportColumn> Columns(CohortContext context, Told told, params ReadOnlySpan<string> heads)
    {
        var columns = new List<ExportColumn>(heads.Length);
        foreach (var head in heads)
        {
            columns.Add(new(context.Say(head), told));
        }

        return columns;
    }
}
