using Dnma.Engine.Bench.Generation;

if (args is ["generate", .. var rest])
{
    return GenerateCommand.Run(rest);
}

Console.Error.WriteLine("verbs: generate");
return 1;
