using System.Net.Sockets;
using Npgsql;

namespace PacsAnalyzer.Persistence;

/// <summary>Which failures of the database pass by themselves.</summary>
public static class DatabaseErrors
{
    /// <summary>
    /// Whether the same call can succeed later: connection lost or refused, server starting, stopping, full or out of connections,
    /// time-out, deadlock, serialisation conflict. Looks through wrapping exceptions. False for wrong passwords, missing databases and
    /// violated constraints.
    /// </summary>
    public static bool IsTransient(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case DatabaseUnavailableException:
                case PostgresException { IsTransient: true }:
                case PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow }:
                    return true;
                case PostgresException:
                    return false;
                case NpgsqlException:
                case SocketException:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>A transaction that lost against another one and may be repeated at once.</summary>
    internal static bool IsLostRace(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure })
            {
                return true;
            }
        }

        return false;
    }
}
