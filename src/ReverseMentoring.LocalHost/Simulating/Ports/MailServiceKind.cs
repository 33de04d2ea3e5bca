namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What a mail service promises.</summary>
internal enum MailServiceKind
{
    /// <summary>It can be asked for a mail by its id.</summary>
    CanBeAsked,

    /// <summary>It can't, as a mail server.</summary>
    CannotTell,
}
