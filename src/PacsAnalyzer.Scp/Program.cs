using System.CommandLine;
using PacsAnalyzer.Scp.Commands;

ParseResult parse = RootVerb.Create().Parse(args);
// A node that is asked to stop finishes the requests under way and stops its database in order: that takes longer than the two seconds
// that the command line library would wait.
int exit = await parse.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
return parse.Errors.Count > 0 ? ExitCodes.Usage : exit;
