namespace ReverseMentoring.Tests.Browser;

/// <summary>Who plays: the manager at a desk, and everybody else with a phone, before one host.</summary>
internal sealed class BrowserFixture(BrowserHost browserHost, BrowserUser manager, BrowserUser phone)
{
    public BrowserHost BrowserHost { get; } = browserHost;

    public BrowserUser Manager { get; } = manager;

    public BrowserUser Phone { get; } = phone;

    /// <summary>The address of the cohort's page, once it is started.</summary>
    public string Cohort { get; set; } = "";

    public static async Task<BrowserFixture> Enter(BrowserHost browserHost, bool script, PageAudit pageAudit) =>
        new(browserHost, await browserHost.Enter(Device.Desk, script, pageAudit), await browserHost.Enter(Device.Phone, script, pageAudit));

    /// <summary>Sends the form that the phone shows, and looks at its thanks.</summary>
    public async Task Send(string form)
    {
        await Phone.Press("button[value=send]");
        await Phone.Expect(".notice.good, .card", $"{form} is thanked for");
        Assert.Equal(0, await Phone.Count(".errors"));
        await Phone.See($"{form}-thanks");
    }

    public async Task SeeCohort(string name)
    {
        await SignIn();
        await Manager.Open(Cohort);
        await Manager.See($"cohort-{name}");
    }

    public async Task ManagerSees(string place, string name)
    {
        await SignIn();
        await Manager.Open($"{Cohort}/{place}");
        await Manager.See(name);
    }

    /// <summary>A sign-in lasts half a day, and here months go by.</summary>
    public async Task SignIn()
    {
        await Manager.Open("/manage");
        if (await Manager.Count("input[name=key]") > 0)
        {
            await Manager.Write("key", BrowserHost.Key);
            await Manager.Press("main button[type=submit]");
        }
    }

    /// <summary>Unfolds a command, and gives it.</summary>
    public async Task Command(string button)
    {
        await Manager.Unfold(button);
        await Manager.Press(button);
    }
}
