namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>What a release consists of is listed after it was built, and kept with it.</summary>
public sealed class PackageListTests
{
    [Theory]
    [InlineData(".github/workflows/azure-dev.yml", "run: azd deploy", "actions/upload-artifact")]
    [InlineData(".github/workflows/release.yml", "run: dotnet build src/ReverseMentoring.Functions", "gh release upload")]
    public void The_list_of_packages_is_made_of_what_was_built_and_kept(string workflow, string builds, string keeps)
    {
        var steps = Infra.Read(workflow);
        int[] order = [steps.IndexOf(builds, StringComparison.Ordinal), steps.IndexOf("run: .ci/sbom sbom", StringComparison.Ordinal), steps.IndexOf(keeps, StringComparison.Ordinal)];

        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.Contains("sbom/bom.json", steps[order[2]..], StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_the_list_refuses_one_without_what_the_host_loads() =>
        Assert.Contains("for package in Microsoft.Azure.Functions.Worker Microsoft.Azure.WebJobs.Extensions.DurableTask", Infra.Read(".ci/sbom"), StringComparison.Ordinal);
}
