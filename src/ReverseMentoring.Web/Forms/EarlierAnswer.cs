namespace ReverseMentoring.Web.Forms;

/// <summary>What a form shows of an answer that was given before. Its link stands in a mail, and mails are forwarded.</summary>
internal enum EarlierAnswer
{
    /// <summary>As it was sent: nothing that others couldn't know.</summary>
    Shown,

    /// <summary>Nothing: the form is empty again, and what is sent replaces it.</summary>
    Unshown,

    /// <summary>It opens, and is replaced, by a code that goes to the person's own address, or from the browser that it came from.</summary>
    OpensByCode,
}
