using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Tests.Questions;

/// <summary>Programs with traces written by hand, as a tracer would write them.</summary>
internal static class QuestionPrograms
{
    public const string TotalsText = """
        def fact(n):
            if n < 2:
                return 1
            return n * fact(n - 1)

        def total(items):
            acc = 0
            for item in items:
                if item > 2:
                    acc += item
                acc -= 1
            return acc

        def report(items):
            result = total(items)
            print("total", result)
            return result

        a = read()
        b = a
        c = list(a)
        report(a)
        print("fact", fact(3))
        a.append(4)
        print(report(a))
        sys.exit(a[0])
        """;

    private const string TotalsOutput = "total 5\nfact 6\ntotal 8\n8\n";

    private const string TotalsScript = """
        call 1 <module>@1
        line 1 1
        line 1 6
        line 1 14
        line 1 19
        in 3 1 5
        line 1 20 a=[3,1,5]&1
        line 1 21 b=[3,1,5]&1
        line 1 22 c=[3,1,5]&2
        call 2 report@14 items=[3,1,5]&1
        line 2 15
        call 3 total@6 items=[3,1,5]&1
        line 3 7
        line 3 8 acc=0
        line 3 9 item=3
        line 3 10
        line 3 11 acc=3
        line 3 8 acc=2
        line 3 9 item=1
        line 3 11
        line 3 8 acc=1
        line 3 9 item=5
        line 3 10
        line 3 11 acc=6
        line 3 8 acc=5
        line 3 12
        ret 3 12 =(int)5
        line 2 16 result=5
        out total 5\n
        line 2 17
        ret 2 17 =(int)5
        line 1 23
        call 4 fact@1 n=3
        line 4 2
        line 4 4
        call 5 fact@1 n=2
        line 5 2
        line 5 4
        call 6 fact@1 n=1
        line 6 2
        line 6 3
        ret 6 3 =(int)1
        ret 5 4 =(int)2
        ret 4 4 =(int)6
        out fact 6\n
        line 1 24
        line 1 25 a=[3,1,5,4]&1 b=[3,1,5,4]&1
        call 7 report@14 items=[3,1,5,4]&1
        line 7 15
        call 8 total@6 items=[3,1,5,4]&1
        line 8 7
        line 8 8 acc=0
        line 8 9 item=3
        line 8 10
        line 8 11 acc=3
        line 8 8 acc=2
        line 8 9 item=1
        line 8 11
        line 8 8 acc=1
        line 8 9 item=5
        line 8 10
        line 8 11 acc=6
        line 8 8 acc=5
        line 8 9 item=4
        line 8 10
        line 8 11 acc=9
        line 8 8 acc=8
        line 8 12
        ret 8 12 =(int)8
        line 7 16 result=8
        out total 8\n
        line 7 17
        ret 7 17 =(int)8
        out 8\n
        line 1 26
        ret 1 26
        """;

    public const string QueueText = """
        def take(queue, low):
            x, y = queue.pop(), low
            if x < y:
                raise ValueError("too low: %d" % x)
            if x > 9:
                raise KeyError(x)
            return x

        def drain(queue):
            kept = []
            while queue:
                try:
                    kept.append(take(queue, 3))
                except (KeyError, ValueError):
                    kept.clear()
            return kept

        def first(queue):
            return take(queue, 0)

        print(first([7]))
        print(drain([4, 1, 12, 8, 6]))
        """;

    private const string QueueOutput = "7\n[4]\n";

    private const string QueueScript = """
        call 1 <module>@1
        line 1 1
        line 1 9
        line 1 18
        line 1 21
        call 2 first@18 queue=[7]
        line 2 19
        call 3 take@1 queue=[7] low=0
        line 3 2
        line 3 3 queue=[] x=7 y=0
        line 3 5
        line 3 7
        ret 3 7 =(Whole)7
        ret 2 19 =7
        out 7\n
        line 1 22
        call 4 drain@9 queue=[4,1,12,8,6]
        line 4 10
        line 4 11 kept=[]
        line 4 12
        line 4 13
        call 5 take@1 queue=[4,1,12,8,6] low=3
        line 5 2
        line 5 3 queue=[4,1,12,8] x=6 y=3
        line 5 5
        line 5 7
        ret 5 7 =(Whole)6
        line 4 11 queue=[4,1,12,8] kept=[6]
        line 4 12
        line 4 13
        call 6 take@1 queue=[4,1,12,8] low=3
        line 6 2
        line 6 3 queue=[4,1,12] x=8 y=3
        line 6 5
        line 6 7
        ret 6 7 =(Whole)8
        line 4 11 queue=[4,1,12] kept=[6,8]
        line 4 12
        line 4 13
        call 7 take@1 queue=[4,1,12] low=3
        line 7 2
        line 7 3 queue=[4,1] x=12 y=3
        line 7 5
        line 7 6
        raise 7 6 KeyError 12 left over
        unw 7 6
        catch 4 14 KeyError
        line 4 15 queue=[4,1]
        line 4 11 kept=[]
        line 4 12
        line 4 13
        call 8 take@1 queue=[4,1] low=3
        line 8 2
        line 8 3 queue=[4] x=1 y=3
        line 8 4
        raise 8 4 ValueError too low: 1
        unw 8 4
        catch 4 14 ValueError
        line 4 15 queue=[4]
        line 4 11
        line 4 12
        line 4 13
        call 9 take@1 queue=[4] low=3
        line 9 2
        line 9 3 queue=[] x=4 y=3
        line 9 5
        line 9 7
        ret 9 7 =(Whole)4
        line 4 11 queue=[] kept=[4]
        line 4 16
        ret 4 16 =[4]
        out [4]\n
        ret 1 22
        """;

    public const string GradesText = """
        def label(score):
            if score > 90:
                return "top"
            if score < 0:
                raise ValueError(score)
            return "fair"

        def show(score):
            print(label(score), score)

        def run(scores):
            for score in scores:
                show(score)
            check(scores)

        def check(scores):
            if not scores:
                print("nothing")
                return 0
            return 1

        run([50, 7, 1000])
        """;

    private const string GradesOutput = "fair 50\nfair 7\ntop 1000\n";

    private const string GradesScript = """
        call 1 <module>@1
        line 1 22
        call 2 run@11 scores=[50,7,1000]
        line 2 12
        line 2 13 score=50
        call 3 show@8 score=50
        line 3 9
        call 4 label@1 score=50
        line 4 2
        line 4 4
        line 4 6
        ret 4 6 ='fair'
        out fair 50\n
        ret 3 9
        line 2 12
        line 2 13 score=7
        call 5 show@8 score=7
        line 5 9
        call 6 label@1 score=7
        line 6 2
        line 6 4
        line 6 6
        ret 6 6 ='fair'
        out fair 7\n
        ret 5 9
        line 2 12
        line 2 13 score=1000
        call 7 show@8 score=1000
        line 7 9
        call 8 label@1 score=1000
        line 8 2
        line 8 3
        ret 8 3 ='top'
        out top 1000\n
        ret 7 9
        line 2 12
        line 2 14
        call 9 check@16 scores=[50,7,1000]
        line 9 17
        line 9 20
        ret 9 20 =1
        ret 2 14
        ret 1 22
        """;

    private const string FewGradesOutput = "fair 50\n";

    private const string FewGradesScript = """
        call 1 <module>@1
        line 1 22
        call 2 run@11 scores=[50]
        line 2 12
        line 2 13 score=50
        call 3 show@8 score=50
        line 3 9
        call 4 label@1 score=50
        line 4 2
        line 4 4
        line 4 6
        ret 4 6 ='fair'
        out fair 50\n
        ret 3 9
        line 2 12
        line 2 14
        call 5 check@16 scores=[50]
        line 5 17
        line 5 20
        ret 5 20 =1
        ret 2 14
        ret 1 22
        """;

    public static CaseStudy Grades() => Study(GradesText, GradesScript, GradesOutput);

    public static CaseStudy FewGrades() => Study(GradesText, FewGradesScript, FewGradesOutput, name: "few");

    public static CaseStudy Totals() => Study(TotalsText, TotalsScript, TotalsOutput, exit: 3);

    public static CaseStudy Queue() => Study(QueueText, QueueScript, QueueOutput);

    public static CaseStudy Study(string text, string script, string output, int exit = 0, string name = "default")
    {
        var @case = ExecutionCase.Default with { Name = name };
        return new CaseStudy(Source(text), @case, Evidence(script, output, exit, @case));
    }

    public static TraceEvidence TotalsEvidence(ExecutionCase @case) => Evidence(TotalsScript, TotalsOutput, 3, @case);

    public static TraceEvidence QueueEvidence(ExecutionCase @case) => Evidence(QueueScript, QueueOutput, 0, @case);

    public static TraceEvidence GradesEvidence(ExecutionCase @case) =>
        @case.Name == "few" ? Evidence(FewGradesScript, FewGradesOutput, 0, @case) : Evidence(GradesScript, GradesOutput, 0, @case);

    private static TraceEvidence Evidence(string script, string output, int exit, ExecutionCase @case)
    {
        var trace = TraceBuilder.Of(script, @case);
        var status = exit == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error;
        var run = new RunResult { Status = status, ExitCode = exit, Stdout = Encoding.UTF8.GetBytes(output).ToImmutableArray() };
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output)));
        return new TraceEvidence { Untraced = run, Traced = [run, run, run], Agreed = trace with { End = trace.End with { ExitCode = exit, Status = status, StdoutSha256 = sha256 } } };
    }

    private static SourceFile Source(string text) => new()
    {
        Ordinal = 0,
        Path = "program.py",
        Language = "python",
        Text = text,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };
}
