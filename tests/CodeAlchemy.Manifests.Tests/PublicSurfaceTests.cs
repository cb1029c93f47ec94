using System.Reflection;

namespace CodeAlchemy.Manifests.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void No_public_member_shows_a_type_of_the_YAML_library()
    {
        var shown = typeof(Schemas).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).SelectMany(Types).Append(type.BaseType))
            .OfType<Type>()
            .ToArray();

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, type => type.ToString().Contains("YamlDotNet", StringComparison.Ordinal));
    }

    private static IEnumerable<Type?> Types(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
