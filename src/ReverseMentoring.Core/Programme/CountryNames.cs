namespace ReverseMentoring.Core.Programme;

/// <summary>What lists call the countries whose public holidays are known: by their ISO 3166 code, and in the languages of the pages and their own.</summary>
public static class CountryNames
{
    private const string All = """
        at Austria, Österreich, Autriche, Áustria
        au Australia, Australien, Australie, Austrália
        be Belgium, Belgien, Belgique, Bélgica, België
        br Brazil, Brasilien, Brésil, Brasil
        ca Canada, Kanada, Canadá
        ch Switzerland, Schweiz, Suisse, Suiza, Suíça, Svizzera
        cz Czechia, Czech Republic, Tschechien, Tchéquie, Chequia, Chéquia, Česko
        de Germany, Deutschland, Allemagne, Alemania, Alemanha
        dk Denmark, Dänemark, Danemark, Dinamarca, Danmark
        ee Estonia, Estland, Estonie, Estónia, Estônia, Eesti
        es Spain, Spanien, Espagne, España, Espanha
        fi Finland, Finnland, Finlande, Finlandia, Finlândia, Suomi
        fr France, Frankreich, Francia, França
        gb United Kingdom, UK, Great Britain, England, Wales, Vereinigtes Königreich, Großbritannien, Royaume-Uni, Reino Unido
        gr Greece, Griechenland, Grèce, Grecia, Grécia
        hr Croatia, Kroatien, Croatie, Croacia, Croácia, Hrvatska
        hu Hungary, Ungarn, Hongrie, Hungría, Hungria, Magyarország
        ie Ireland, Irland, Irlande, Irlanda
        it Italy, Italien, Italie, Italia, Itália
        jp Japan, Japon, Japón, Japão
        kz Kazakhstan, Kasachstan, Kazajistán, Cazaquistão
        lt Lithuania, Litauen, Lituanie, Lituania, Lituânia, Lietuva
        lu Luxembourg, Luxemburg, Luxemburgo
        lv Latvia, Lettland, Lettonie, Letonia, Letónia, Letônia, Latvija
        mx Mexico, Mexiko, Mexique, México
        nl Netherlands, The Netherlands, Holland, Niederlande, Pays-Bas, Países Bajos, Países Baixos, Nederland
        no Norway, Norwegen, Norvège, Noruega, Norge
        nz New Zealand, Neuseeland, Nouvelle-Zélande, Nueva Zelanda, Nova Zelândia
        pl Poland, Polen, Pologne, Polonia, Polónia, Polônia, Polska
        pt Portugal
        ro Romania, Rumänien, Roumanie, Rumanía, Roménia, Romênia, România
        rs Serbia, Serbien, Serbie, Sérvia, Srbija
        se Sweden, Schweden, Suède, Suecia, Suécia, Sverige
        si Slovenia, Slowenien, Slovénie, Eslovenia, Eslovénia, Eslovênia, Slovenija
        sk Slovakia, Slowakei, Slovaquie, Eslovaquia, Eslováquia, Slovensko
        tr Turkey, Türkiye, Türkei, Turquie, Turquía, Turquia
        us United States, United States of America, USA, Vereinigte Staaten, États-Unis, Estados Unidos
        za South Africa, Südafrika, Afrique du Sud, Sudáfrica, África do Sul
        """;

    private static readonly Dictionary<string, string> Codes = All.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line[3..].Split(", ").Append(line[..2]).Select(name => (Slug: Holidays.Slug(name), Code: line[..2])))
        .DistinctBy(name => name.Slug).ToDictionary(name => name.Slug, name => name.Code, StringComparer.Ordinal);

    /// <param name="slug">Of a name, as <see cref="Holidays.Slug"/> makes it.</param>
    /// <returns>The code, in small letters; null where it names none of them.</returns>
    public static string? CodeOf(string slug) => Codes.GetValueOrDefault(slug);
}
