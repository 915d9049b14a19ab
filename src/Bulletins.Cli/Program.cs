Console.Error.WriteLine("bulletins: not yet");
return 2;
