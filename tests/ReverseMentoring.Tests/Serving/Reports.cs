namespace ReverseMentoring.Tests.Serving;

/// <summary>Reports of deliveries as mail servers write them (RFC 3464).</summary>
internal static class Reports
{
    /// <param name="id">The mail's own id.</param>
    /// <param name="action">What became of it.</param>
    /// <param name="status">RFC 3463.</param>
    /// <param name="whole">The mail itself comes back, and not its headers only.</param>
    public static string Of(string id, string action = "failed", string status = "5.1.1", bool whole = false) => Lines($"""
        From: Mail Delivery System <mailer-daemon@mx.example.org>
        To: programme@example.org
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <report.{Guid.NewGuid():n}@mx.example.org>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=us-ascii

        This is the mail system. I'm sorry.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0000

        Final-Recipient: rfc822; ana@example.org
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} ana@example.org

        --b
        Content-Type: {(whole ? "message/rfc822" : "text/rfc822-headers")}

        From: Programme team <programme@example.org>
        To: ana@example.org
        Subject: An invitation
        Message-ID: <{id}@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain

        {(whole ? "The words of the mail, with a link" : "")}
        --b--

        """);

    /// <summary>As some servers write it: no headers of the mail, but an answer to it.</summary>
    public static string AsAnswer(string id) => Lines($"""
        From: postmaster@example.org
        To: programme@example.org
        Subject: Undeliverable
        In-Reply-To: <{id}@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Your message couldn't be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; exchange.example.org

        Final-Recipient: rfc822; ana@example.org
        Action: failed
        Status: 5.2.2

        --b--

        """);

    /// <summary>An ordinary mail that somebody wrote.</summary>
    public static string Words(string words) => Lines($"""
        From: ana@example.org
        To: programme@example.org
        Subject: A question
        MIME-Version: 1.0
        Content-Type: text/plain

        {words}

        """);

    /// <summary>What somebody wrote in answer to a mail.</summary>
    /// <param name="id">The mail's own id.</param>
    /// <param name="from">The writer's address.</param>
    /// <param name="words">In UTF-8.</param>
    /// <param name="headers">What else stands above it, each with the end of its line.</param>
    /// <param name="type">Of the text.</param>
    /// <param name="subject">In ASCII.</param>
    public static string Answer(string id, string from, string words, string headers = "", string type = "text/plain", string subject = "Re: An invitation") => Lines($"""
        From: Somebody <{from}>
        To: programme@example.org
        Subject: {subject}
        Message-ID: <answer.{Guid.NewGuid():n}@mail.example.org>
        In-Reply-To: <{id}@example.org>
        References: <{id}@example.org>
        {headers}MIME-Version: 1.0
        Content-Type: {type}; charset=utf-8
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(words))}

        """);

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
