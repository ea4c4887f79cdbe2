using PacsAnalyzer.Scp.Commands;

return await RootVerb.Create().Parse(args).InvokeAsync();
