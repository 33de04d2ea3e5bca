namespace ReverseMentoring.Tests.Browser;

/// <summary>A manager and three people play a cohort from its start to its report, in a real browser.</summary>
public sealed class WholeCohortTests(WholeCohortTests.Played played) : IClassFixture<WholeCohortTests.Played>
{
    [ChromiumFact]
    public async Task A_cohort_is_played_with_scripts() => ReportTells(await played.WithScript);

    [ChromiumFact]
    [Trait("Category", "Thorough")]
    public async Task A_cohort_is_played_without_scripts() => ReportTells(await played.WithoutScript);

    [ChromiumFact]
    public async Task Mistakes_pauses_moves_declines_and_farewells_are_played() => await played.Detours;

    [HtmlValidateFact]
    [Trait("Category", "Thorough")]
    public async Task Hr_says_things_in_its_own_words_opens_a_call_swaps_ends_moves_takes_out_brings_back_changes_and_closes()
    {
        var play = new HrScenario();
        await play.Run((await played.Browser).Browser);
        var said = string.Join('\n', play.PageAudit.Findings);
        Assert.True(said.Length == 0, said);
        Assert.Equal("", await HtmlValidate.Read(play.PageAudit.Html));
    }

    [HtmlValidateFact]
    [Trait("Category", "Thorough")]
    public async Task A_cohort_in_circles_is_played()
    {
        var audit = (await played.Circles).PageAudit;
        Assert.Equal("", string.Join('\n', audit.Findings));
        var said = await HtmlValidate.Read(audit.Html);
        Assert.True(said.Length == 0, said);
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_on_any_page_on_the_way_light_or_dark()
    {
        var (play, _) = await played.WithScript;
        var detours = (await played.Detours).PageAudit;
        Assert.True(play.PageAudit.Html.Count > 40, $"{play.PageAudit.Html.Count} pages");
        Assert.True(detours.Html.Count > 40, $"{detours.Html.Count} pages");
        var said = string.Join('\n', play.PageAudit.Findings.Concat(detours.Findings));
        Assert.True(said.Length == 0, said);
    }

    [HtmlValidateFact]
    public async Task All_pages_on_the_way_are_valid_html()
    {
        var (play, _) = await played.WithScript;
        Assert.True(play.PageAudit.Html.Count > 40, $"{play.PageAudit.Html.Count} pages");
        var pages = play.PageAudit.Html.Concat((await played.Detours).PageAudit.Html);
        var said = await HtmlValidate.Read(pages.DistinctBy(page => page.Key).ToDictionary());
        Assert.True(said.Length == 0, said);
    }

    private static void ReportTells((CohortScenario Play, string Report) end)
    {
        Assert.Contains("Completed", end.Report, StringComparison.OrdinalIgnoreCase);

        // They are three: of what they said nothing is told.
        Assert.Contains("fewer than 5 answered", end.Report, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Each way is played once for all tests, two at the same time.</summary>
    public sealed class Played : IAsyncLifetime
    {
        private readonly Lazy<Task<OneBrowser>> browser = new(OneBrowser.Launch);
        private readonly Lazy<Quick> quick;
        private readonly Lazy<Thorough> thorough;

        public Played() => (quick, thorough) = (new(() => new(Run(true), Stray())), new(() => new(Run(false), Gather())));

        internal Task<OneBrowser> Browser => browser.Value;

        internal Task<CirclesScenario> Circles => thorough.Value.Circles;

        internal Task<DetourScenario> Detours => quick.Value.Detours;

        internal Task<(CohortScenario Play, string Report)> WithScript => quick.Value.WithScript;

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

        private async Task<(CohortScenario, string)> Run(bool script)
        {
            var play = new CohortScenario(script);
            return (play, await play.Run((await browser.Value).Browser));
        }

        private sealed record Quick(Task<(CohortScenario, string)> WithScript, Task<DetourScenario> Detours);

        private sealed record Thorough(Task<(CohortScenario, string)> WithoutScript, Task<CirclesScenario> Circles);
    }
}
