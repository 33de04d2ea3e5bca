using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Settings;

/// <param name="Setting">Its path in the settings.</param>
/// <param name="Before">As it is; left out where nothing is said.</param>
/// <param name="After">As it is to be.</param>
[Tells(Told.Aggregate)]
public sealed record SettingChangeView(string Setting, JsonNode? Before, JsonNode? After);

/// <param name="Changes">What is to say something else; none where all is said already.</param>
/// <param name="Warnings">What does not stand in the way, but may not be as meant.</param>
[Tells(Told.Aggregate)]
public sealed record SettingsChangeView(IReadOnlyList<SettingChangeView> Changes, IReadOnlyList<Finding> Warnings);

/// <summary>Settings of a cohort that has been started.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this IEndpointRouteBuilder cohorts) => cohorts.MapPatch("/{cohort}/settings", Patch)
        .WithName("patchSettings").WithTags("Cohorts")
        .WithSummary("Change settings of a cohort that has been started")
        .WithDescription(
            "What is left out stays. Each setting can be changed as long as that makes sense: after that the answer says why not, and nothing is changed. With '?preview=true' it only says "
            + "what would change; with '?stage=' only while the cohort is in the stage that was seen. The same call again changes nothing.")
        .Produces<SettingsChangeView>().Produces<SettingsChangeView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Patch(
        CohortId cohort, JsonObject settings, bool? preview, int? stage, CohortService cohorts, SettingsChanger changer, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (found.State.Status is CycleStatus.Cancelled or CycleStatus.Erased || (stage is not null && stage != found.State.Stage))
            {
                return CohortLookup.NotNow(found, "Settings can't be changed");
            }

            var findings = new Findings();
            var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
            Collect(settings, "", values);
            if (await changer.Check(found, values, findings, cancel) is not { } changed)
            {
                return Problem.Create(
                    StatusCodes.Status422UnprocessableEntity, "Nothing was changed", "The settings can't be changed like this.", ("errors", findings.Errors));
            }

            var view = new SettingsChangeView([.. changed.Changes.Select(change => new SettingChangeView(change.Setting.Path, change.Before, change.After))], changed.Warnings);
            if (preview is true || changed.Changes.Count == 0)
            {
                return TypedResults.Ok(view);
            }

            await changer.Give(found, changed, cancel);
            return TypedResults.Accepted(CohortLinks.LinksTo(found.Id), view);
        }, cancel);

    /// <summary>An object is gone into, unless it is a setting's value as a whole.</summary>
    private static void Collect(JsonObject sent, string path, Dictionary<string, JsonNode?> values)
    {
        foreach (var (name, value) in sent)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (value is JsonObject inner && SettingCatalogue.Find(at) is null or { Kind: SettingKind.Part } && inner.Count > 0)
            {
                Collect(inner, at, values);
            }
            else
            {
                values[at] = value;
            }
        }
    }
}
