using System.Globalization;

namespace Dnma.Engine.Bench.Incidents;

/// <summary>The verb <c>incidents</c>: precision and recall of the controls on planted incidents.</summary>
internal static class IncidentCommand
{
    private const string Usage =
        """
        incidents [options]       precision and recall of the controls on a made-up school year
          --schools N             how many schools (default 3000)
          --weeks N               how many weeks from 2025-09-01 on (default 40)
          --incidents N           how many of each kind that change a weekly figure by 30 % and more (default 60)
          --small N               how many of each kind that change it by 10 to 30 % (default 20)
          --seed N                which world (default 1)
          --verbose 1             every missed incident and false alarm as well
        """;

    public static int Run(string[] arguments)
    {
        var isVerbose = arguments is [.., "--verbose", "1"];
        if (IncidentOptions.Parse(isVerbose ? arguments[..^2] : arguments) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return arguments.Contains("--help") ? 0 : 1;
        }

        var score = IncidentScore.Run(options);
        Console.Write(score.ToMarkdown());
        if (isVerbose)
        {
            foreach (var incident in score.Missed)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"missed {incident.Kind} {incident.Effect:0.00} weeks {incident.First}-{incident.Last} school {incident.Schools[0]} {score.Describe(incident.Schools[0])} service {incident.Service}"));
            }

            foreach (var finding in score.FalseAlarms)
            {
                foreach (var incident in score.Incidents.Where(incident => incident.Schools.Any(school => score.UaiOf(school) == finding.Code)))
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  beside {incident.Kind} {incident.Effect:0.00} weeks {incident.First}-{incident.Last} service {incident.Service}"));
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"false {finding.Control.Id} {finding.Level} {finding.Code} {finding.PeriodStart:yyyy-MM-dd} {finding.Subject} {finding.Figure:0.##} {finding.Expected:0.##} {finding.Chance:0.0e0} {score.Describe(finding.Code)}"));
            }
        }

        return 0;
    }
}
