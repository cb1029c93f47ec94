using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models;

/// <summary>Finds what is wrong with a set-up before anything is sent.</summary>
internal static class ModelChecks
{
    public static void Check(ChatModelsOptions options)
    {
        foreach (var model in options.Models)
        {
            Require(!model.Endpoints.IsDefaultOrEmpty, $"the model '{model.Name}' has no endpoint", "Give it an 'endpoint'.");
            Require(model.MaxTokens > 0, $"the model '{model.Name}' allows replies of {model.MaxTokens} tokens", "Give 'maxTokens' more than 0.");
            foreach (var endpoint in model.Endpoints)
            {
                Check(model, endpoint, options);
            }
        }

        var twice = options.Models.GroupBy(model => model.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"there are two models '{twice?.Key}'", "Give each a name of its own.");
    }

    private static void Check(ModelDefinition model, ModelEndpoint endpoint, ChatModelsOptions options)
    {
        var name = $"endpoint {endpoint.Url} of the model '{model.Name}'";
        Require(
            endpoint.Url.IsAbsoluteUri && endpoint.Url.Scheme is "http" or "https",
            $"the {name} is not a web address", "Give an address such as http://127.0.0.1:8000/v1.");
        Require(endpoint.Url.UserInfo.Length == 0, $"the {options.Redactor.Clean(name)} holds a user or password", "Take it out and bind a credential in your configuration.");
        Require(endpoint.Weight > 0 && double.IsFinite(endpoint.Weight), $"the {name} has the weight {endpoint.Weight}", "Give a weight of more than 0, or leave the endpoint out.");
        Require(endpoint.MaxConcurrency > 0, $"the {name} allows {endpoint.MaxConcurrency} requests in flight", "Allow at least 1.");
        Require(endpoint.MaxReplyBytes > 0, $"the {name} allows replies of {endpoint.MaxReplyBytes} bytes", "Allow more than 0.");
        Require(endpoint.Timeout > TimeSpan.Zero && endpoint.IdleTimeout > TimeSpan.Zero, $"the {name} has a timeout of nothing", "Give timeouts of more than 0.");
        Require(
            options.Budget.Money is null || endpoint.Price is not null,
            $"there is a budget in money, and the {name} has no price", "Give its 'price', or a budget in tokens.");
        Require(
            !Origins.IsOpen(endpoint.Url) || options.Credentials.Secret(endpoint.Credential, endpoint.Url) is null,
            $"the {name} would get its secret over plain http, where others can read it", "Use https, or a server on this machine.");
    }

    private static void Require(bool holds, string message, string remedy)
    {
        if (!holds)
        {
            throw new ProblemException(new Problem("model", message, remedy, ExitCode.Configuration));
        }
    }
}
