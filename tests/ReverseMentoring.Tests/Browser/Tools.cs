namespace ReverseMentoring.Tests.Browser;

/// <summary>What these tests need beside .NET, where it is.</summary>
internal static class Tools
{
    /// <summary>The shell without a window draws the same in less time.</summary>
    public static string? Chromium { get; } = OnPath("chromium-headless-shell") ?? OnPath("chromium") ?? OnPath("chromium-browser");

    public static string? HtmlValidate { get; } = OnPath("html-validate");

    /// <summary>Where to put pictures of all pages on the way; none are taken where the variable is not set.</summary>
    public static string? Pictures { get; } = Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder ? folder : null;

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>Skipped by name where there is no Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Tools.Chromium is null ? "chromium is not here" : null;
}

/// <summary>Skipped by name where there is no Chromium or no html-validate.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HtmlValidateFactAttribute : FactAttribute
{
    public HtmlValidateFactAttribute() => Skip = Tools.Chromium is null ? "chromium is not here" : Tools.HtmlValidate is null ? "html-validate is not here" : null;
}
