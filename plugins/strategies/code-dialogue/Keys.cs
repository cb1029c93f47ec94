using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Says what turns are about, as keys.</summary>
internal static class Keys
{
    /// <summary>The output of a run.</summary>
    public static string Output(CaseStudy study) => Of("output", study, "");

    /// <summary>Something about a run.</summary>
    public static string Of(string what, CaseStudy study, string detail) => $"{what}/{study.Source.Sha256}/{study.Case.Name}/{detail}";
}
