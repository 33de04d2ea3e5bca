namespace ReverseMentoring.Tests.Browser;

/// <summary>A manager and three people play a cohort from its start to its report, in a real browser.</summary>
public sealed class WholeCohortTests(WholeCohortTests.Played played) : IClassFixture<WholeCohortTests.Played>
{
    private const int LeastPages = 15;

    [ChromiumFact]
    public async Task A_cohort_is_played_with_scripts() => ReportTells(await played.WithScript);

    [ChromiumFact]
    [Trait("Category", "Thorough")]
    public async Task A_cohort_is_played_without_scripts() => ReportTells(await played.WithoutScript);

    [HtmlValidateFact]
    [Trait("Category", "Thorough")]
    public async Task Mistakes_pauses_moves_declines_and_farewells_are_played() => await IsSound((await played.Detours).PageAudit);

    [HtmlValidateFact]
    [Trait("Category", "Thorough")]
    public async Task Hr_says_things_in_its_own_words_opens_a_call_swaps_ends_moves_takes_out_brings_back_changes_and_closes()
    {
        var play = new HrScenario();
        await play.Run((await played.Browser).Browser);
        await IsSound(play.PageAudit);
    }

    [HtmlValidateFact]
    [Trait("Category", "Thorough")]
    public async Task A_cohort_in_circles_is_played() => await IsSound((await played.Circles).PageAudit);

    [ChromiumFact]
    [Trait("Category", "Thorough")]
    public async Task Axe_finds_nothing_on_any_page_on_the_way_light_or_dark() => AxeFoundNothing((await played.Audited).Play.PageAudit);

    [HtmlValidateFact]
    public async Task All_pages_on_the_way_are_valid_html() => await IsSound((await played.WithScript).Play.PageAudit);

    private static async Task IsSound(PageAudit audit)
    {
        AxeFoundNothing(audit);
        var said = await HtmlValidate.Read(audit.Html);
        Assert.True(said.Length == 0, said);
    }

    private static void AxeFoundNothing(PageAudit audit)
    {
        Assert.True(audit.Html.Count > LeastPages, $"{audit.Html.Count} pages");
        var said = string.Join('\n', audit.Findings);
        Assert.True(said.Length == 0, said);
    }

    private static void ReportTells((CohortScenario Play, string Report) end)
    {
        Assert.Contains("Completed", end.Report, StringComparison.OrdinalIgnoreCase);

        // They are three: of what they said nothing is told.
        Assert.Contains("fewer than 5 answered", end.Report, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Each way is played once for all tests; those that are thorough, at the same time.</summary>
    public sealed class Played : IAsyncLifetime
    {
        private readonly Lazy<Task<OneBrowser>> browser = new(OneBrowser.Launch);
        private readonly Lazy<Task<(CohortScenario, string)>> withScript;
        private readonly Lazy<Thorough> thorough;

        public Played() => (withScript, thorough) = (new(() => Run(true)), new(() => new(Run(true, audited: true), Run(false), Gather(), Stray())));

        internal Task<OneBrowser> Browser => browser.Value;

        internal Task<CirclesScenario> Circles => thorough.Value.Circles;

        internal Task<DetourScenario> Detours => thorough.Value.Detours;

        internal Task<(CohortScenario Play, string Report)> Audited => thorough.Value.Audited;

        internal Task<(CohortScenario Play, string Report)> WithScript => withScript.Value;

        internal Task<(CohortScenario Play, string Report)> WithoutScript => thorough.Value.WithoutScript;

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (browser.IsValueCreated)
            {
                await (await browser.Value).DisposeAsync();
            }
        }

        private async Task<DetourScenario> Stray()
        {
            var play = new DetourScenario();
            await play.Run((await browser.Value).Browser);
            return play;
        }

        private async Task<CirclesScenario> Gather()
        {
            var play = new CirclesScenario();
            await play.Run((await browser.Value).Browser);
            return play;
        }

        private async Task<(CohortScenario, string)> Run(bool script, bool audited = false)
        {
            var play = new CohortScenario(script, audited);
            return (play, await play.Run((await browser.Value).Browser));
        }

        private sealed record Thorough(
            Task<(CohortScenario Play, string Report)> Audited, Task<(CohortScenario, string)> WithoutScript, Task<CirclesScenario> Circles, Task<DetourScenario> Detours);
    }
}
