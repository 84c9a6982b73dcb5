using System.Globalization;

namespace Dnma.Engine.References;

/// <summary>Which département the first three digits of a UAI name (domain §6). Immutable, thread safe.</summary>
internal static class UaiPrefixes
{
    private static readonly string?[] Departments = Build();

    /// <summary>The département of a prefix of 0 to 999; null when none has it.</summary>
    public static string? DepartmentCode(int prefix) => Departments[prefix];

    private static string?[] Build()
    {
        var departments = new string?[1000];
        for (var number = 1; number <= 95; number++)
        {
            departments[number] = number.ToString("00", CultureInfo.InvariantCulture);
        }

        // Corsica was département 20 until 1976; its UAI were renumbered.
        departments[20] = null;
        departments[620] = "2A";
        departments[720] = "2B";
        for (var number = 971; number <= 978; number++)
        {
            departments[number] = number.ToString(CultureInfo.InvariantCulture);
        }

        // The Pacific prefixes are those of real lycées: 9830002K in Nouméa, 9870026P in Wallis. They are not the official codes.
        departments[983] = "988";
        departments[984] = "987";
        departments[986] = "986";
        departments[987] = "986";
        departments[988] = "988";
        return departments;
    }
}
