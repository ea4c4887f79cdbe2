using System.CommandLine;
using PacsAnalyzer.Scp.Commands;

// A node that is asked to stop finishes the requests under way and stops its database in order: that takes longer than the two seconds
// that the command line library would wait.
return await RootVerb.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
