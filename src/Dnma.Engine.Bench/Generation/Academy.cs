namespace Dnma.Engine.Bench.Generation;

/// <summary>An académie (domain §6).</summary>
/// <param name="Code">Two digits.</param>
/// <param name="Name">Its label.</param>
/// <param name="Zone">Its holidays.</param>
/// <param name="Departments">Its départements.</param>
internal sealed record Academy(string Code, string Name, HolidayZone Zone, params string[] Departments)
{
    /// <summary>All of them; small worlds take the first ones.</summary>
    public static IReadOnlyList<Academy> All { get; } =
    [
        new("25", "Versailles", HolidayZone.C, "78", "91", "92", "95"),
        new("18", "Orléans-Tours", HolidayZone.B, "18", "28", "36", "37", "41", "45"),
        new("27", "Corse", HolidayZone.Other, "2A", "2B"),
        new("04", "Bordeaux", HolidayZone.A, "24", "33", "40", "47", "64"),
        new("28", "La Réunion", HolidayZone.Other, "974"),
        new("01", "Paris", HolidayZone.C, "75"),
        new("02", "Aix-Marseille", HolidayZone.B, "04", "05", "13", "84"),
        new("03", "Besançon", HolidayZone.A, "25", "39", "70", "90"),
        new("06", "Clermont-Ferrand", HolidayZone.A, "03", "15", "43", "63"),
        new("07", "Dijon", HolidayZone.A, "21", "58", "71", "89"),
        new("08", "Grenoble", HolidayZone.A, "07", "26", "38", "73", "74"),
        new("09", "Lille", HolidayZone.B, "59", "62"),
        new("10", "Lyon", HolidayZone.A, "01", "42", "69"),
        new("11", "Montpellier", HolidayZone.C, "11", "30", "34", "48", "66"),
        new("12", "Nancy-Metz", HolidayZone.B, "54", "55", "57", "88"),
        new("13", "Poitiers", HolidayZone.A, "16", "17", "79", "86"),
        new("14", "Rennes", HolidayZone.B, "22", "29", "35", "56"),
        new("15", "Strasbourg", HolidayZone.B, "67", "68"),
        new("16", "Toulouse", HolidayZone.C, "09", "12", "31", "32", "46", "65", "81", "82"),
        new("17", "Nantes", HolidayZone.B, "44", "49", "53", "72", "85"),
        new("19", "Reims", HolidayZone.B, "08", "10", "51", "52"),
        new("20", "Amiens", HolidayZone.B, "02", "60", "80"),
        new("22", "Limoges", HolidayZone.A, "19", "23", "87"),
        new("23", "Nice", HolidayZone.B, "06", "83"),
        new("24", "Créteil", HolidayZone.C, "77", "93", "94"),
        new("31", "Martinique", HolidayZone.Other, "972"),
        new("32", "Guadeloupe", HolidayZone.Other, "971"),
        new("33", "Guyane", HolidayZone.Other, "973"),
        new("43", "Mayotte", HolidayZone.Other, "976"),
        new("70", "Normandie", HolidayZone.B, "14", "27", "50", "61", "76"),
    ];
}
