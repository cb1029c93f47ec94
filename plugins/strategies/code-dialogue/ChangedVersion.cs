using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>A version of the file with one fault, traced in every case in which its runs agree.</summary>
/// <param name="Fault">The fault and the run in which it shows.</param>
/// <param name="Runs">Executions of the version, that in which the fault shows first.</param>
internal sealed record ChangedVersion(Fault Fault, ImmutableArray<CaseStudy> Runs)
{
    public static async ValueTask<ChangedVersion> Of(Fault fault, ImmutableArray<CaseStudy> studies, IWorkbench workbench, CancellationToken cancellationToken)
    {
        var source = fault.Faulty.Source;
        var determined = new CheckedBuild(workbench);
        var runs = ImmutableArray.Create(fault.Faulty);
        foreach (var study in studies.Where(s => s.Case.Name != fault.Study.Case.Name))
        {
            var evidence = await workbench.Trace(source, study.Case, cancellationToken).ConfigureAwait(false);
            // What the language leaves open is no answer to what happens in another run.
            if (evidence.Agreed is not null && await determined.IsDetermined(source, [(study.Case, evidence.Untraced)], cancellationToken).ConfigureAwait(false))
            {
                runs = runs.Add(new CaseStudy(source, study.Case, evidence));
            }
        }

        return new ChangedVersion(fault, runs);
    }
}
