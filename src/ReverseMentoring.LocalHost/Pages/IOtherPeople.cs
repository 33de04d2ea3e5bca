namespace ReverseMentoring.LocalHost.Pages;

/// <summary>Those who are not at the keyboard, where there are any.</summary>
internal interface IOtherPeople
{
    /// <summary>What they do that one would else do oneself, in a sentence for whoever looks on.</summary>
    const string WhoTheyAre = "People here are simulated, and so is the programme manager: the pairs are approved without you, soon after they are found.";

    /// <summary>Whether they read and answer by themselves.</summary>
    bool Attentive { get; set; }
}
