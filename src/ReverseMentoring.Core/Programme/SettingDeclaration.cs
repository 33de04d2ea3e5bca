using System.Text.Json.Nodes;

namespace ReverseMentoring.Core.Programme;

/// <summary>What a setting's value is like: how it stands in a form, and in JSON.</summary>
public enum SettingKind
{
    /// <summary>One line; null where nothing is said.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Paragraph,
    Address,
    Link,
    Telephone,
    Date,
    Language,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>0 to 1, which people read and write as percent.</summary>
    Share,

    /// <summary>0 to 10000, which people read and write as 0 to 100.</summary>
    Score,

    /// <summary>Steps of the reporting line; the greatest whole number stands for all of it.</summary>
    Depth,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>One of <see cref="SettingDeclaration.Choices"/>.</summary>
    Choice,

    /// <summary>Some of <see cref="SettingDeclaration.Choices"/>.</summary>
    Several,

    /// <summary>Whole numbers.</summary>
    Numbers,

    /// <summary>Texts, one a line.</summary>
    Lines,

    /// <summary>Texts by a name, one a line.</summary>
    Map,

    /// <summary>Stretches of the day.</summary>
    DayParts,

    /// <summary>Stretches of days, one a line; a dash alone says that there are none.</summary>
    Weeks,

    /// <summary>An object where it is wished, with what stands below its path; else null.</summary>
    Part,
}

/// <summary>Why a setting can't be changed any more.</summary>
public enum SettingLock
{
    /// <summary>What it is about is over.</summary>
    Over,

    /// <summary>People have been told, and rely on it.</summary>
    Told,

    /// <summary>People have been asked by it.</summary>
    Asked,

    /// <summary>Pairs have been found by it; other rules are tried under "what if".</summary>
    Matched,

    /// <summary>Sessions stand in calendars by it.</summary>
    Booked,

    /// <summary>People have agreed to it.</summary>
    Agreed,
}

/// <summary>A setting of a cohort, declared once: forms, their checks, and what can be changed after the start read it.</summary>
/// <param name="Path">Where it stands in the cohort's settings as JSON, such as <c>phases.review</c>.</param>
/// <param name="Group">The settings that it stands among on a page.</param>
/// <param name="Until">The last phase in which changing it makes sense.</param>
/// <param name="Lock">Why not after that.</param>
public sealed record SettingDeclaration(string Path, SettingKind Kind, SettingGroup Group, string Until, SettingLock Lock = SettingLock.Over)
{
    /// <summary>There is no cohort without it: of contacts, unless the host knows them.</summary>
    public bool Needed { get; init; }

    /// <summary>Of a number: the least.</summary>
    public int? Least { get; init; }

    /// <summary>Of a number: the most.</summary>
    public int? Most { get; init; }

    /// <summary>Of a number: it may rise as long as it can be changed, and never falls.</summary>
    public bool OnlyRises { get; init; }

    /// <summary>What a choice is among, as JSON has it.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of lines: where there are none, nothing is said, and a default holds; else an empty list is meant. Of a choice: nothing may be chosen.</summary>
    public bool EmptyIsNull { get; init; }

    /// <summary>It needs a host that reaches Microsoft 365.</summary>
    public bool NeedsMicrosoft365 { get; init; }

    public bool IsOpenIn(CycleState state) => state.Status is CycleStatus.Running or CycleStatus.Paused && !PhaseCatalogue.IsBefore(Until, state.Phase);

    /// <summary>Whether less would be said of what only rises. Where nothing is said, the least is meant.</summary>
    public bool Falls(JsonNode? before, JsonNode? after) => OnlyRises && NumberOf(after) < NumberOf(before);

    private int? NumberOf(JsonNode? value) => value is null ? Least : value is JsonValue said && said.TryGetValue<int>(out var number) ? number : null;
}

/// <summary>Settings that stand together, in the order of the page.</summary>
public enum SettingGroup
{
    Basics,
    Goal,
    Contacts,
    OpenCall,
    Meeting,
    Phases,
    Matching,
    Topics,
    Places,
    Report,
    Notice,
    Look,
}
