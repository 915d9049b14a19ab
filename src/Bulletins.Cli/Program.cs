using Bulletins.Cli;

using var host = CliHost.System();
return BulletinsApp.Run(args, host);
