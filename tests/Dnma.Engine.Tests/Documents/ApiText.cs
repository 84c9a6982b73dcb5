using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dnma.Engine.Tests.Documents;

/// <summary>How the types and members of an assembly are named: in its documentation file, and to readers.</summary>
internal static partial class ApiText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
    };

    /// <summary>The id of a member in the documentation file.</summary>
    public static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{IdName(type)}",
        FieldInfo field => $"F:{IdName(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{IdName(property.DeclaringType!)}.{property.Name}{IdParameters(property.GetIndexParameters())}",
        ConstructorInfo constructor => $"M:{IdName(constructor.DeclaringType!)}.#ctor{IdParameters(constructor.GetParameters())}",
        MethodInfo method => $"M:{IdName(method.DeclaringType!)}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}{IdParameters(method.GetParameters())}"
            + (method.Name is "op_Implicit" or "op_Explicit" ? $"~{IdName(method.ReturnType)}" : ""),
        _ => "",
    };

    /// <summary>A type as code names it.</summary>
    public static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var arguments = type.GetGenericArguments();
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{NameOf(underlying)}?";
        }

        var name = type.Name.Split('`')[0];
        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true ? $"({string.Join(", ", arguments.Select(NameOf))})"
            : arguments.Length == 0 ? name
            : $"{name}<{string.Join(", ", arguments.Select(NameOf))}>";
    }

    /// <summary>A member as code declares it, without its type.</summary>
    public static string SignatureOf(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => $"const {NameOf(field.FieldType)} {field.Name}",
        FieldInfo field => $"{NameOf(field.FieldType)} {field.Name}",
        PropertyInfo property => $"{Static(property.GetMethod ?? property.SetMethod!)}{NameOf(property.PropertyType)} {(property.GetIndexParameters() is [_, ..] indices ? $"this[{Parameters(indices)}]" : property.Name)} {{ {AccessorsOf(property)} }}",
        ConstructorInfo constructor => $"{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())})",
        MethodInfo method => $"{Static(method)}{NameOf(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "")}({Parameters(method.GetParameters())})",
        _ => member.Name,
    };

    /// <summary>What kind of type it is.</summary>
    public static string KindOf(Type type) => type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type.IsValueType ? type.IsByRefLike ? "ref struct" : "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    /// <summary>The text of a documentation element, on one line, as Markdown.</summary>
    public static string Markdown(XElement? element) =>
        element is null ? "" : Blanks().Replace(string.Concat(element.Nodes().Select(Markdown)), " ").Trim();

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" } see => $"`{Short((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? see.Value)}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{(string?)reference.Attribute("name")}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value.Replace("|", "\\|", StringComparison.Ordinal)}`",
        XElement other => $" {string.Concat(other.Nodes().Select(Markdown))} ",
        _ => "",
    };

    /// <summary>The last part of an id: <c>M:A.B.C(D)</c> is <c>B.C</c> for a member and <c>C</c> for a type.</summary>
    public static string Short(string id)
    {
        var name = (id.Length > 2 && id[1] == ':' ? id[2..] : id).Split('(')[0].Split('`')[0];
        var parts = name.Split('.');
        return id.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string AccessorsOf(PropertyInfo property)
    {
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) == true;
        return (property.GetMethod is { IsPublic: true } ? "get; " : "") + (property.SetMethod is { IsPublic: true } ? isInit ? "init;" : "set;" : "");
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        $"{(parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "")}{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue switch { null => parameter.ParameterType.IsValueType ? "default" : "null", string text => $"\"{text}\"", bool flag => flag ? "true" : "false", var other => FormattableString.Invariant($"{other}") }}" : "")}"));

    private static string IdParameters(ParameterInfo[] parameters) => parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => IdName(parameter.ParameterType)))})";

    private static string IdName(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return IdName(type.GetElementType()!) + (type.IsArray ? "[]" : "@");
        }

        if (type.IsGenericParameter)
        {
            return $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}";
        }

        if (type is { IsGenericType: true, IsGenericTypeDefinition: false })
        {
            var name = type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.');
            return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(IdName))}}}";
        }

        return type.FullName!.Replace('+', '.');
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
