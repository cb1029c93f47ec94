using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>Problems of the workspace as errors of requests: the message has the remedy, the data the parts.</summary>
internal static class Failures
{
    public static RpcException Of(ProblemException fault)
    {
        var problem = fault.Problem;
        return new RpcException(
            RpcError.RequestFailed,
            $"{problem.Message.TrimEnd('.')}. {problem.Remedy}",
            new JsonObject { ["code"] = problem.Code, ["remedy"] = problem.Remedy, ["location"] = problem.Location?.ToString() });
    }
}
