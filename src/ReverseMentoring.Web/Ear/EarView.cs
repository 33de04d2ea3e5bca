using Microsoft.AspNetCore.Components;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Ear;

/// <summary>A message to the neutral contact, as it is written, or after it was handed over.</summary>
public sealed record EarView(LinkContext Context, Contact Contact, FormState State)
{
    /// <summary>How it went; null: it was not sent yet.</summary>
    public EarOutcome? Outcome { get; init; }

    /// <summary>They will know who wrote.</summary>
    public bool IsNamed { get; init; }
}

public enum EarOutcome
{
    Arrived,

    /// <summary>It did not go, or perhaps not: the text is still in the form.</summary>
    Failed,

    /// <summary>HR or ops have stopped all mails for now.</summary>
    Stopped,

    /// <summary>So many were sent within an hour that this one was not.</summary>
    TooMany,
}
