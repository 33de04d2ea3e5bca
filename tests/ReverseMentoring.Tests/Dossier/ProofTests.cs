using ReverseMentoring.Tests.Architecture;
using ReverseMentoring.Web.Manage.Dossier;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>Whatever names a test as its proof names one that is there, and that runs.</summary>
public sealed class ProofTests
{
    [Fact]
    public void Each_test_that_the_dossier_names_is_there() => Findings.AreNone(
        from claim in Claims.All
        from test in claim.Tests
        where !Proofs.IsTest(test)
        select $"'Claim.{claim.Key}' names {test}, and there is no such test below ReverseMentoring.Tests: name another in Manage/Dossier/Claims.cs, or take the sentence out.");

    [Fact]
    public void Each_claim_is_held_by_something_and_made_once()
    {
        Findings.AreNone(Claims.All.Where(claim => claim.Tests.Count == 0).Select(claim => $"Nothing holds 'Claim.{claim.Key}'."));
        Assert.Equal(Claims.All.Select(claim => claim.Key).Distinct(), Claims.All.Select(claim => claim.Key));
    }

    [Fact]
    public void A_name_that_is_no_test_is_found()
    {
        Assert.True(Proofs.IsTest("Dossier.ProofTests.A_name_that_is_no_test_is_found"));
        Assert.False(Proofs.IsTest("Dossier.Proofs.IsTest"));
        Assert.False(Proofs.IsTest("Dossier.ProofTests.Something_that_is_not_there"));
        Assert.False(Proofs.IsTest("Nowhere.Something_that_is_not_there"));
    }
}
