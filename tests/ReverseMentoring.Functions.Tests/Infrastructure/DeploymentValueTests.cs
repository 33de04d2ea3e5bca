using System.Text.RegularExpressions;

namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>What the templates and hooks ask of the environment reaches them from everywhere, and is explained.</summary>
public sealed partial class DeploymentValueTests
{
    /// <summary>Read by the hooks alone.</summary>
    private static readonly string[] OfHooks = ["CALENDAR_GROUP", "DIRECTORY_IMPORT"];

    /// <summary>On the way to the vault for the length of one deployment: no pipeline has it.</summary>
    private const string Passing = "LINK_KEYS";

    /// <summary>Kept by the pipeline where nobody reads it.</summary>
    private static readonly string[] Secrets = ["SMTP_PASSWORD", "MAIL_INBOX_PASSWORD"];

    public static TheoryData<string> Kept() => [.. Names().Where(name => name != Passing)];

    public static TheoryData<string> Values() => [.. Names()];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Each_value_is_passed_by_the_workflow_and_told_to_the_pipeline(string name)
    {
        Assert.Contains($"{name}: ${{{{ {(Secrets.Contains(name) ? "secrets" : "vars")}.{name}", Infra.Read(".github/workflows/azure-dev.yml"), StringComparison.Ordinal);
        var pipeline = Infra.Read("azure.yaml").ReplaceLineEndings("\n").Split("  secrets:\n");
        Assert.Contains($"    - {name}\n", pipeline[Secrets.Contains(name) ? 1 : 0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_value_is_explained_to_whoever_deploys(string name) =>
        Assert.Contains($"`{name}`", Infra.Read("README.md"), StringComparison.Ordinal);

    private static IEnumerable<string> Names() => Reference().Matches(Infra.Read("infra/main.parameters.json")).Select(match => match.Groups["name"].Value)
        .Where(name => !name.StartsWith("AZURE_", StringComparison.Ordinal)).Concat(OfHooks);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)")]
    private static partial Regex Reference();
}
