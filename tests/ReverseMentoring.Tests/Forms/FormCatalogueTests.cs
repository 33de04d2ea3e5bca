using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Forms;

/// <summary>What a new form needs: nothing that it needs is left to a default.</summary>
public sealed class FormCatalogueTests
{
    private static readonly FormKind[] All = Enum.GetValues<FormKind>();

    [Fact]
    public void Each_form_is_called_by_names_of_its_own()
    {
        Assert.Equal(All.Length, All.Select(form => form.Slug()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(All.Length, All.Select(form => form.Declaration().Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(All, form => Assert.Equal(form, FormCatalogue.FindByLink(form.Declaration().InLinks)));
        Assert.Null(FormCatalogue.FindByLink("0"));
    }

    [Fact]
    public void In_their_order_the_phases_ask_these() => Assert.Equal(
        [(PhaseNames.CallForTopics, FormKind.Topics), (PhaseNames.OffersAndWishes, FormKind.Offers), (PhaseNames.Feedback, FormKind.Feedback)],
        FormCatalogue.OfPhases);
}
