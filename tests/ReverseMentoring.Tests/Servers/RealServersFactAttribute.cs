namespace ReverseMentoring.Tests.Servers;

/// <summary>Skipped by name where Debian's Postfix and Dovecot are not here, or nobody may start them: Postfix wants root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealServersFactAttribute : FactAttribute
{
    public RealServersFactAttribute() => Skip = !File.Exists(RealServers.Postfix) || !File.Exists(RealServers.Dovecot) ? "postfix and dovecot-imapd are not here"
        : Environment.UserName != "root" ? "Postfix is started by root only"
        : null;
}
