using CodeAlchemy.Cli;

return await Application.Run(args);
