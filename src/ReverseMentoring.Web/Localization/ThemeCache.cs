using System.Collections.Concurrent;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Web.Localization;

/// <summary>A cohort's look. A palette takes a while to work out, so each is made once.</summary>
public static class ThemeCache
{
    /// <summary>A bound only against a process that runs for years; there are as many as there are companies.</summary>
    private const int Most = 1000;

    private static readonly ConcurrentDictionary<Branding, Theme> Known = new();

    /// <summary>Where the company has no name, the cohort's stands in its place.</summary>
    public static Theme ThemeOf(Cohort cohort)
    {
        var branding = cohort.Settings.Branding with { Company = cohort.Settings.Branding.Company ?? cohort.Settings.Name };
        if (!Known.TryGetValue(branding, out var theme))
        {
            theme = Theme.Create(branding.Company, branding.Colour, branding.Logo);
            if (Known.Count < Most)
            {
                Known[branding] = theme;
            }
        }

        return theme;
    }
}
