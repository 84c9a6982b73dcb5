Console.WriteLine("Dnma.Engine.Bench");
