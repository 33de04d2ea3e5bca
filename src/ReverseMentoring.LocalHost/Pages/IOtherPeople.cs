namespace ReverseMentoring.LocalHost.Pages;

/// <summary>Those who are not at the keyboard, where there are any.</summary>
internal interface IOtherPeople
{
    /// <summary>Whether they read and answer by themselves.</summary>
    bool Attentive { get; set; }
}
