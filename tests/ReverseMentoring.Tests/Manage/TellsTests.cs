using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Field by field: of whom what HR reads tells, on pages, in JSON and in files, whether its place may, and that works council mode empties the rest.</summary>
public sealed class TellsTests
{
    private static readonly Told[] OfPeople = [Told.List, Told.Review, Told.Command, Told.Person];

    /// <summary>Pages that stand in no phase's way: settings and managers need what this host has not, or a form that was sent.</summary>
    private static readonly string[] AfterAForm = ["CandidatesView", "ProposalView", "ApplicationsActView", "SettingsPreviewView", "StartPreviewView", "CircleView", "ErrorPage", "SignedInPage", "SignInPage"];

    [Fact]
    public async Task Every_field_that_a_manager_reads_is_declared_and_told_where_that_may_be()
    {
        var (seen, wrong) = (new SeenViews(), new SortedSet<string>(StringComparer.Ordinal));
        await using var host = await ManageHost.Start(more: services => services.AddSingleton<IComponentActivator>(seen));
        var programme = await SmallProgramme.Begin(host);
        var pages = new HashSet<string>();
        foreach (var phase in new[] { PhaseNames.Review, PhaseNames.Sessions })
        {
            await programme.GoTo(phase);
            await foreach (var (page, told, view) in Read(host, programme, seen))
            {
                pages.Add(page);
                wrong.UnionWith(TellsWalk.Types(view.GetType()).Select(field => Why(told, field)).OfType<string>().Select(why => $"{page}: {why}"));
            }
        }

        foreach (var endpoint in Endpoints(host).Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)))
        {
            var told = endpoint.Metadata.GetMetadata<Telling>()?.Told ?? Told.Command;
            foreach (var answer in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(answer => answer is { StatusCode: < 300, Type: not null }))
            {
                wrong.UnionWith(TellsWalk.Types(answer.Type!).Select(field => Why(told, field)).OfType<string>().Select(why => $"{endpoint.RoutePattern.RawText}: {why}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(TellsWalk.Views.Select(view => view.Name).Except(pages).Except(AfterAForm));
        foreach (var view in TellsWalk.Views.Where(view => AfterAForm.Contains(view.Name)))
        {
            Assert.DoesNotContain(TellsWalk.Types(view.GetProperty("View")!.PropertyType), field => field.Told is Told.Undeclared or Told.Person && view.Name != "CircleView");
        }
    }

    [Fact]
    public async Task In_works_council_mode_no_field_that_tells_of_a_single_person_has_a_value()
    {
        var seen = new SeenViews();
        await using var host = await ManageHost.Start(more: services => services.AddSingleton<IComponentActivator>(seen));
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Sessions);
        Assert.NotEmpty(await Personal(host, programme, seen));

        var cohort = (await host.Store.Read<Cohort>(programme.Partition, Rows.Cohort))!;
        await host.Store.Write(programme.Partition, [cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { WorksCouncil = true } })]);

        Assert.Empty(await Personal(host, programme, seen));
    }

    /// <returns>The fields of single people that have a value, by page.</returns>
    private static async Task<IReadOnlyCollection<string>> Personal(ManageHost host, SmallProgramme programme, SeenViews seen)
    {
        var told = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var (page, _, view) in Read(host, programme, seen))
        {
            told.UnionWith(TellsWalk.Values(view).Where(field => field.Told is Told.Person).Select(field => $"{page}: {field.Name}"));
        }

        return told;
    }

    private static string? Why(Told place, TellsWalk.Field field) => field.Told switch
    {
        Told.Undeclared => $"{field.Name} is not declared: [Tells(Told.…)] at it, or at its type.",
        Told.Aggregate when field.NamesSomebody => $"{field.Name} names somebody and is declared as telling of nobody.",
        Told.Exception when place is Told.Aggregate => $"{field.Name} tells of exceptions, on a page that tells of nobody.",
        Told.Person when place is not Told.Person => $"{field.Name} tells of a single person, on a page that is {place}.",
        var told when OfPeople.Contains(told) && place is Told.Aggregate => $"{field.Name} tells of people, on a page that tells of nobody.",
        Told.List or Told.Review when place is Told.Exception => $"{field.Name} tells of people, on a page of what needs help.",
        _ => null,
    };

    /// <summary>Opens each page of a cohort, and says what it was given to show.</summary>
    private static async IAsyncEnumerable<(string Page, Told Told, object View)> Read(ManageHost host, SmallProgramme programme, SeenViews seen)
    {
        var pair = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).FirstAsync(pair => pair.Status is MeetingStatus.Draft or MeetingStatus.Running);
        foreach (var endpoint in Endpoints(host).Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/manage", StringComparison.Ordinal) && Reads(endpoint)))
        {
            var place = endpoint.RoutePattern.RawText!.Replace("{cohort}", programme.Id.Value, StringComparison.Ordinal).Replace("{person}", pair.Mentor.Value, StringComparison.Ordinal)
                .Replace("{pair}", pair.Id.Value, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal);
            if (place.Contains('{', StringComparison.Ordinal))
            {
                continue;
            }

            seen.Components.Clear();
            using var answer = await host.Browser.GetAsync(new Uri(place.EndsWith("/force", StringComparison.Ordinal) ? $"{place}?mentor={pair.Mentor}&mentee={pair.Mentee}" : place, UriKind.Relative));
            Assert.True(answer.StatusCode is not System.Net.HttpStatusCode.InternalServerError, place);
            foreach (var component in seen.Components.Where(component => TellsWalk.Views.Contains(component.GetType())).ToArray())
            {
                yield return (component.GetType().Name, endpoint.Metadata.GetMetadata<Telling>()!.Told, component.GetType().GetProperty("View")!.GetValue(component)!);
            }
        }
    }

    private static bool Reads(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true;

    private static IEnumerable<RouteEndpoint> Endpoints(ManageHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null);

    /// <summary>Keeps what pages are made of, to read what they were given.</summary>
    private sealed class SeenViews : IComponentActivator
    {
        public List<IComponent> Components { get; } = [];

        public IComponent CreateInstance(Type componentType)
        {
            var component = (IComponent)Activator.CreateInstance(componentType)!;
            Components.Add(component);
            return component;
        }
    }
}
