using CloudUpdate.CodeGen;

return new GenerateCommand(Console.Out, Console.Error).Run(args);
