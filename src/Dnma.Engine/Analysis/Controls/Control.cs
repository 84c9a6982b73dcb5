namespace Dnma.Engine.Analysis.Controls;

/// <summary>One automated control of what is reported: a question that is asked of every measurement. Immutable, thread safe.</summary>
/// <param name="Id">A stable name, for example <c>service-silent</c>; ids never change their meaning.</param>
/// <param name="Family">Which of the 14 families of controls it belongs to (docs/controls.md), from 1.</param>
/// <param name="Severity">What a finding asks of the reader.</param>
/// <param name="Meaning">What a finding means.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Control(string Id, int Family, ControlSeverity Severity, Wording Meaning, Wording Remedy);
