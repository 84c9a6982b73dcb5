using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Generation;

switch (args)
{
    case ["generate", .. var rest]: return GenerateCommand.Run(rest);
    case ["core", .. var rest]: return CoreCommand.Run(rest);
    default:
        Console.Error.WriteLine("verbs: generate, core");
        return 1;
}
