using Microsoft.AspNetCore.Components;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form as it is shown: who sees it, what it holds, until when it can be sent.</summary>
/// <param name="Until">At the latest; null where no day is set.</param>
/// <param name="Answered">It was sent before, and can be changed.</param>
public abstract record FormView(LinkContext Context, FormState State, DateTimeOffset? Until, bool Answered)
{
    /// <summary>Its reader has yet to be told what happens with their data.</summary>
    public bool AsksNotice { get; init; }

    /// <summary>It was sent, and asks for something more: newer than what the browser has kept.</summary>
    public bool CameBack { get; init; }

    /// <summary>What came of it was sent just now.</summary>
    public bool Sent { get; init; }
}

/// <param name="Model">What this form needs to know beside its answers.</param>
public sealed record FormView<T>(LinkContext Context, FormState State, DateTimeOffset? Until, bool Answered, T Model)
    : FormView(Context, State, Until, Answered);

/// <summary>A form's page.</summary>
public abstract class FormPage<T> : ComponentBase
{
    [Parameter, EditorRequired] public FormView<T> View { get; set; } = default!;

    protected T Model => View.Model;

    protected Localizer Localizer => View.Context.Localizer;

    protected string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Localizer.Say(key, values);
}
