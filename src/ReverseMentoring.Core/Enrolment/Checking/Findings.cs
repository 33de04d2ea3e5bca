using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Enrolment.Checking;

/// <summary>Something about what was sent that the sender should know.</summary>
/// <param name="Where">Such as <c>participants[17].managerEmail</c> or <c>people row 19, column level</c>.</param>
/// <param name="Said">What is wrong, in a sentence.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record Finding(string Where, [property: JsonIgnore] MessageTemplate Said, [property: JsonIgnore] MessageTemplate Advice)
{
    public string Problem => Said.ToString();

    public string Mend => Advice.ToString();
}

/// <summary>Collects all that is wrong, so that the sender hears of everything at once; of one place only the first.</summary>
public sealed class Findings
{
    private static readonly char[] Steps = ['.', '[', ','];

    private readonly List<Finding> errors = [];
    private readonly List<Finding> warnings = [];
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> above = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Errors => errors;

    public IReadOnlyList<Finding> Warnings => warnings;

    /// <summary>What was sent could not even be read as JSON.</summary>
    public bool Unreadable { get; private set; }

    /// <summary>Notes an error, unless the same place, one around it or one inside it has one already.</summary>
    public void Error(string where, MessageTemplate problem, MessageTemplate mend)
    {
        var around = Around(where).ToArray();
        if (!above.Contains(where) && !around.Any(reported.Contains) && reported.Add(where))
        {
            above.UnionWith(around);
            errors.Add(new(where, problem, mend));
        }
    }

    public void Refuse(string where, MessageTemplate problem, MessageTemplate mend)
    {
        Unreadable = true;
        Error(where, problem, mend);
    }

    public void Warn(string where, MessageTemplate problem, MessageTemplate mend) => warnings.Add(new(where, problem, mend));

    private static IEnumerable<string> Around(string where)
    {
        for (var cut = where.LastIndexOfAny(Steps); cut > 0; cut = where.LastIndexOfAny(Steps, cut - 1))
        {
            yield return where[..cut];
        }
    }
}
