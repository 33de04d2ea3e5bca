using System.Globalization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>What columns of a people list are called elsewhere, in the languages of the pages: pages and the HTTP interface take the same.</summary>
public static class ColumnNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "name", "email", "role", "jobTitle", "department", "level", "managerEmail", "location", "timeZone", "languages",
        "capacity", "delegateEmail",
    ];

    /// <summary>In letters and digits only, lower case, without accents.</summary>
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        ["name"] = ["fullname", "displayname", "employee", "employeename", "mitarbeiter", "mitarbeitende", "vollername", "vorundnachname", "nombre", "nombreyapellidos", "nom", "nomcomplet", "nomprenom", "nome", "nomecompleto"],
        ["email"] = ["mail", "emailaddress", "mailaddress", "workemail", "emailadresse", "mailadresse", "userprincipalname", "correo", "correoelectronico", "courriel", "adressecourriel", "adresseemail", "enderecodeemail", "address", "adresse", "direccion", "endereco", "indirizzo", "direcciondecorreo", "adressemail"],
        ["role"] = ["part", "rolle", "programmerole", "papel", "rol"],
        ["jobTitle"] = ["title", "job", "position", "stelle", "funktion", "puesto", "poste", "fonction", "cargo", "funcao"],
        ["department"] = ["dept", "team", "unit", "abteilung", "bereich", "organisation", "departamento", "departement", "service", "equipo", "equipe"],
        ["level"] = ["grade", "rank", "seniority", "ebene", "stufe", "nivel", "niveau"],
        ["managerEmail"] = ["manager", "managermail", "supervisor", "supervisoremail", "reportsto", "vorgesetzter", "vorgesetzte", "fuhrungskraft", "superior", "jefe", "correodelsuperior", "responsable", "courrieldelaresponsable", "chefia", "superiorhierarquico", "manageraddress", "managersaddress", "manageremailaddress", "managersemail", "adressederfuhrungskraft", "emailderfuhrungskraft", "emailadressederfuhrungskraft", "vorgesetztenadresse", "adressederesponsable", "adressedelaresponsable", "adresseduresponsable", "courrielduresponsable", "emailduresponsable", "mailduresponsable", "direcciondelsuperior", "direcciondelresponsable", "correodelresponsable", "correodelaresponsable", "correodeljefe", "emaildelresponsable", "enderecodachefia", "emaildachefia", "correiodachefia", "enderecodoresponsavel", "adressedelapersonneresponsable", "emaildoresponsavel", "responsavel"],
        ["location"] = ["office", "site", "city", "ort", "standort", "stadt", "ubicacion", "ciudad", "lugar", "lieu", "ville", "local", "cidade"],
        ["timeZone"] = ["tz", "zeitzone", "zonahoraria", "fuseau", "fuseauhoraire", "fusohorario"],
        ["languages"] = ["language", "sprache", "sprachen", "idioma", "idiomas", "langue", "langues", "lingua", "linguas"],
        ["capacity"] = ["maxpartners", "places", "kapazitat", "platze", "capacidad", "capacite", "capacidade", "maximumnumberofpartners", "tandemshochstens", "partenairesauplus", "parejascomomaximo", "paresnomaximo"],
        ["delegateEmail"] = ["delegate", "assistant", "assistantemail", "assistenz", "vertretung", "asistente", "assistante", "assistente", "delegatesaddress", "adressedervertretung", "adressedelassistante", "adressedelapersonnequitientlagenda", "direcciondelapersonadelegada", "enderecodapessoadelegada", "personadelegada", "pessoadelegada"],
    };

    /// <returns>Whether a title is one of a column's, in any case and with any signs.</returns>
    public static bool IsOf(string column, string title) => Plain(title) is var plain && (plain == Plain(column) || Usual[column].Contains(plain));

    /// <returns>Our column; null where the title is nobody's.</returns>
    public static string? Find(string title) =>
        All.FirstOrDefault(column => Plain(column) == Plain(title)) ?? All.FirstOrDefault(column => IsOf(column, title));

    private static string Plain(string title) => string.Concat(PlainText.Decomposed(title)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))).ToLowerInvariant();
}
