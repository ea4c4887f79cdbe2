using System.Diagnostics;
using PacsAnalyzer.Persistence.Cluster;
using PacsAnalyzer.Persistence.Tests.Support;

namespace PacsAnalyzer.Persistence.Tests.Cluster;

public sealed class ClusterPartsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_newest_version_is_taken_for_a_new_cluster_and_its_own_for_an_old_one()
    {
        string nine = Programs("9"), fifteen = Programs("15"), seventeen = Programs("17");
        Directory.CreateDirectory(Path.Combine(folder.Path, "18", "bin"));

        PostgresBinaries.Find(null, null, folder.Path, "").ShouldBe(seventeen);
        PostgresBinaries.Find(null, 15, folder.Path, "").ShouldBe(fifteen);
        PostgresBinaries.Find(nine, null, folder.Path, "").ShouldBe(nine);
        PostgresBinaries.Find(null, null, "/nowhere", $"/bin/none:{nine}").ShouldBe(nine);
    }

    [Fact]
    public void What_is_missing_is_named_with_what_to_install()
    {
        Should.Throw<ClusterException>(() => PostgresBinaries.Find(null, null, "/nowhere", "")).Message.ShouldContain("apt-get install postgresql");
        Should.Throw<ClusterException>(() => PostgresBinaries.Find(null, 14, "/nowhere", "")).Message.ShouldContain("postgresql-14");
        Should.Throw<ClusterException>(() => PostgresBinaries.Find(folder.Path, null, "/nowhere", "")).Message.ShouldContain(folder.Path);
    }

    [Fact]
    public void A_socket_path_that_is_too_long_is_refused_at_once()
    {
        string fits = "/" + new string('x', 92), tooLong = fits + "x";

        new ClusterPaths(new PrivateClusterOptions("/data") { RuntimeDirectory = fits }).Runtime.ShouldBe(fits);
        Should.Throw<ClusterException>(() => new ClusterPaths(new PrivateClusterOptions("/data") { RuntimeDirectory = tooLong })).Message.ShouldContain("at most 107");
    }

    [Fact]
    public void Each_data_folder_has_a_socket_folder_of_its_own()
    {
        string a = new ClusterPaths(new PrivateClusterOptions("/var/very/long/" + new string('d', 150))).Runtime, b = new ClusterPaths(new PrivateClusterOptions("/data/b")).Runtime;
        a.ShouldNotBe(b);
        a.Length.ShouldBeLessThan(94);
    }

    [Fact]
    public void A_left_pid_file_is_no_server()
    {
        PostmasterFile.Running(folder.Path).ShouldBeNull();
        File.WriteAllLines(Path.Combine(folder.Path, "postmaster.pid"), [$"{Environment.ProcessId}", folder.Path, "1", "5432", "/run/x", ""]);
        PostmasterFile.Running(folder.Path).ShouldBeNull("the number belongs to another program now");
        File.WriteAllText(Path.Combine(folder.Path, "postmaster.pid"), "garbage");
        PostmasterFile.Running(folder.Path).ShouldBeNull();
    }

    [Fact]
    public async Task The_end_of_a_process_is_noticed()
    {
        using Process sleeper = Process.Start("sleep", "1000");
        Task exit = ProcessExit.WaitAsync(sleeper.Id, TestContext.Current.CancellationToken);
        ProcessExit.IsRunning(sleeper.Id).ShouldBeTrue();
        exit.IsCompleted.ShouldBeFalse();

        sleeper.Kill();
        await exit;
        ProcessExit.IsRunning(sleeper.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Waiting_for_a_process_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        Task exit = ProcessExit.WaitAsync(Environment.ProcessId, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => exit);
    }

    private string Programs(string version)
    {
        string bin = Path.Combine(folder.Path, version, "bin");
        Directory.CreateDirectory(bin);
        foreach (string name in (string[])["initdb", "pg_ctl", "postgres"])
        {
            File.WriteAllText(Path.Combine(bin, name), "");
        }

        return bin;
    }
}
