using System.Globalization;
using System.Text.Json;
using PacsAnalyzer.Pipeline.Series;

namespace PacsAnalyzer.Pipeline.Routing;

/// <summary>A list of rules in order; pure evaluation. The form of the built-in set and of a site's <c>routing.json</c> is the same.</summary>
public sealed class RoutingRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string[] Operators = ["in", "notIn", "contains", "notContains", "empty", "present", "atLeast", "atMost"];
    private static readonly Lazy<RoutingRules> BuiltIn = new(() => Parse(DefaultJson));

    private RoutingRules(IReadOnlyList<RoutingRule> rules) => Rules = rules;

    /// <summary>The rules in the order in which they are asked.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; }

    /// <summary>The built-in set.</summary>
    public static RoutingRules Default => BuiltIn.Value;

    /// <summary>Text of the built-in set: a start for a site's own.</summary>
    public static string DefaultJson
    {
        get
        {
            using Stream stream = typeof(RoutingRules).Assembly.GetManifestResourceStream("PacsAnalyzer.Pipeline.Routing.routing.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads and validates rules.</summary>
    /// <exception cref="FormatException">One line that names the rule and what is wrong with it.</exception>
    public static RoutingRules Parse(string json)
    {
        RoutingFile? file;
        try
        {
            file = JsonSerializer.Deserialize<RoutingFile>(json, Json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"routing.json: {e.Message}", e);
        }

        if (file is null || file.Rules.Count == 0)
        {
            throw new FormatException("routing.json: 'rules' is missing or empty.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (RoutingRule rule in file.Rules)
        {
            if (!seen.Add(rule.Id))
            {
                throw new FormatException($"routing.json: the rule id '{rule.Id}' is used twice.");
            }

            if (rule.Action is not ("exclude" or "analyse"))
            {
                throw new FormatException($"routing.json: rule '{rule.Id}': action '{rule.Action}' is unknown; write exclude or analyse.");
            }

            if (rule.Action == "analyse" && rule.Pipeline is not (PipelineNames.Pelvis or PipelineNames.Spine))
            {
                throw new FormatException($"routing.json: rule '{rule.Id}': pipeline '{rule.Pipeline}' is unknown; write {PipelineNames.Pelvis} or {PipelineNames.Spine}.");
            }

            Validate(rule.Id, rule.When);
        }

        return new RoutingRules(file.Rules);
    }

    /// <summary>Decides about one series from its tags; the first rule that holds decides, none: excluded by <c>no-rule</c>.</summary>
    public RoutingDecision Decide(IReadOnlyList<InstanceHeader> series)
    {
        SeriesFacts facts = SeriesFacts.Of(series);
        foreach (RoutingRule rule in Rules)
        {
            var said = new List<string>();
            if (rule.When.All(c => Holds(c, facts, said)))
            {
                bool excluded = rule.Action == "exclude";
                string because = said.Count == 0 ? "" : $" ({string.Join("; ", said)})";
                return new RoutingDecision(rule.Id, excluded ? null : rule.Pipeline, excluded, rule.Description + because);
            }
        }

        return new RoutingDecision("no-rule", null, true, "No rule takes this series.");
    }

    private static void Validate(string rule, IReadOnlyList<RuleCondition> conditions)
    {
        foreach (RuleCondition condition in conditions)
        {
            if (condition.AnyOf is { } any)
            {
                Validate(rule, any);
            }
            else if (condition.Field is null || !SeriesFacts.Names.Contains(condition.Field))
            {
                throw new FormatException($"routing.json: rule '{rule}': field '{condition.Field}' is unknown; one of {string.Join(", ", SeriesFacts.Names)}.");
            }
            else if (condition.Op is null || !Operators.Contains(condition.Op))
            {
                throw new FormatException($"routing.json: rule '{rule}': op '{condition.Op}' is unknown; one of {string.Join(", ", Operators)}.");
            }
        }
    }

    private static bool Holds(RuleCondition condition, SeriesFacts facts, List<string> said)
    {
        if (condition.AnyOf is { } any)
        {
            return any.Any(c => Holds(c, facts, said));
        }

        IReadOnlyList<string> found = facts[condition.Field!];
        bool Equal(string f) => condition.Values.Contains(f, StringComparer.OrdinalIgnoreCase);
        bool Part(string f) => condition.Values.Any(v => f.Contains(v, StringComparison.OrdinalIgnoreCase));
        bool holds = condition.Op switch
        {
            "in" => found.Any(Equal),
            "notIn" => !found.Any(Equal),
            "contains" => found.Any(Part),
            "notContains" => !found.Any(Part),
            "empty" => found.Count == 0,
            "present" => found.Count > 0,
            "atLeast" => Numbers(found).Any(n => n >= Limit(condition)),
            _ => Numbers(found).Any(n => n <= Limit(condition)),
        };
        if (holds)
        {
            said.Add(found.Count == 0 ? $"{condition.Field} is empty" : $"{condition.Field} is {string.Join(", ", found)}");
        }

        return holds;
    }

    private static IEnumerable<double> Numbers(IReadOnlyList<string> found) =>
        found.Select(f => double.TryParse(f, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : double.NaN);

    private static double Limit(RuleCondition condition) =>
        condition.Values.Count == 1 && double.TryParse(condition.Values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : double.NaN;

    private sealed record RoutingFile
    {
        public int SchemaVersion { get; init; } = 1;

        public IReadOnlyList<RoutingRule> Rules { get; init; } = [];
    }
}
