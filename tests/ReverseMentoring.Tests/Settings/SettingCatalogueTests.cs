using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Settings;

/// <summary>Each setting that a start can send is declared, so that the browser can say it too.</summary>
public sealed class SettingCatalogueTests
{
    /// <summary>For programs only: the planner's own, and what a list brings; and questions, which have a page of their own.</summary>
    private static readonly string[] NotInTheBrowser =
        ["participants", "sessions.rasterMinutes", "sessions.minimumDaysAfterRebooking", "sessions.weights", "matching.minimumFreeSlots", "contacts.trusted.language", "notice.officer.language", "notice.officer.phone", "contacts.manager.phone", "questions.leftOut", "questions.own", "questions.reworded"];

    [Fact]
    public void Each_setting_is_in_the_browser_or_known_not_to_be() =>
        Assert.Empty(Leaves(typeof(CohortRequest), "").Where(path => !IsDeclared(path)).Except(NotInTheBrowser));

    [Fact]
    public void Each_declared_setting_is_one()
    {
        var leaves = Leaves(typeof(CohortRequest), "").ToArray();
        Assert.All(SettingCatalogue.All, setting => Assert.Contains(leaves, leaf => leaf == setting.Path || setting.Path.StartsWith(leaf + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_has_its_name_group_and_reason_in_words()
    {
        var texts = new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys.ToHashSet(StringComparer.Ordinal);
        string[] needed =
        [
            .. SettingCatalogue.All.Where(setting => !setting.Path.StartsWith("matching.weights.", StringComparison.Ordinal)).Select(setting => $"Setting.{setting.Path}"),
            .. SettingCatalogue.All.SelectMany(setting => setting.Choices.Select(choice => $"Setting.{setting.Path}.{choice}")),
            .. Enum.GetNames<SettingGroup>().SelectMany(group => new[] { $"SettingGroup.{group}", $"SettingGroup.{group}.Text" }), .. Enum.GetNames<SettingLock>().Select(reason => $"SettingLock.{reason}"),
        ];
        Assert.Empty(needed.Except(texts));
    }

    [Fact]
    public void What_is_open_closes_with_its_phase_and_opens_no_more()
    {
        var states = PhaseCatalogue.Names.Select(phase => CycleState.Begin(default) with { Phase = phase }).ToArray();
        Assert.All(SettingCatalogue.All, setting =>
        {
            var open = states.TakeWhile(setting.IsOpenIn).Count();
            Assert.True(open > 0 && !states.Skip(open).Any(setting.IsOpenIn), setting.Path);
            Assert.False(setting.IsOpenIn(states[0] with { Status = CycleStatus.Cancelled }), setting.Path);
        });
    }

    private static bool IsDeclared(string path) => SettingCatalogue.At(path) is not null || SettingCatalogue.All.Any(setting => setting.Path.StartsWith(path + ".", StringComparison.Ordinal));

    private static IEnumerable<string> Leaves(Type type, string path)
    {
        var info = new DefaultJsonTypeInfoResolver().GetTypeInfo(type, StoredJson.Options);
        foreach (var property in info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null))
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var isGroup = of.Namespace?.StartsWith("ReverseMentoring", StringComparison.Ordinal) is true && of is { IsEnum: false, IsValueType: false };
            foreach (var leaf in isGroup && at is not "sessions.weights" ? Leaves(of, at).Append(at is "matching.circles" or "openCall" ? at : null) : [at])
            {
                if (leaf is not null)
                {
                    yield return leaf;
                }
            }
        }
    }
}
