using Dnma.Engine.Bench.Cancellation;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Dashboards;
using Dnma.Engine.Bench.Disclosure;
using Dnma.Engine.Bench.Files;
using Dnma.Engine.Bench.Frames;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Incidents;
using Dnma.Engine.Bench.Layers;
using Dnma.Engine.Bench.OpenData;
using Dnma.Engine.Bench.Report;
using Dnma.Engine.Bench.Scale;

switch (args)
{
    case ["generate", .. var rest]: return GenerateCommand.Run(rest);
    case ["report", .. var rest]: return ReportCommand.Run(rest);
    case ["measure", .. var rest]: return MeasureCommand.Run(rest);
    case ["read", .. var rest]: return ReadCommand.Run(rest);
    case ["scale", .. var rest]: return ScaleCommand.Run(rest);
    case ["core", .. var rest]: return CoreCommand.Run(rest);
    case ["controls", .. var rest]: return ControlCost.Run(rest);
    case ["incidents", .. var rest]: return IncidentCommand.Run(rest);
    case ["cancel", .. var rest]: return await CancelCommand.RunAsync(rest);
    case ["dashboard", .. var rest]: return await DashboardCommand.RunAsync(rest);
    case ["opendata", .. var rest]: return OpenDataCommand.Run(rest);
    case ["frames", .. var rest]: return await FramesCommand.RunAsync(rest);
    case ["history", .. var rest]: return HistoryCommand.Run(rest);
    case ["withhold", .. var rest]: return WithholdCommand.Run(rest);
    default:
        Console.Error.WriteLine("verbs: cancel, controls, core, dashboard, frames, generate, history, incidents, measure, opendata, read, report, scale, withhold");
        return 1;
}
