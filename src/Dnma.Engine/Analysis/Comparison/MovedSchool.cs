namespace Dnma.Engine.Analysis.Comparison;

/// <summary>An establishment that is not of the constant perimeter: it entered, left, or is fed in neither period. Immutable, thread safe.</summary>
/// <param name="Uai">Which one.</param>
/// <param name="Move">What became of it; never <see cref="SchoolMove.Stayed"/>.</param>
/// <param name="AcademyCode">Two digits; <c>inconnu</c> where nothing tells.</param>
/// <param name="DepartmentCode">Its code; <c>inconnu</c> where nothing tells.</param>
/// <param name="Platform">Its platform; <c>inconnu</c> where the request tells none.</param>
/// <param name="Weeks">How many pairs of weeks are compared.</param>
/// <param name="FedWeeksA">In how many of them it has visits in period A.</param>
/// <param name="FedWeeksB">The same in period B.</param>
/// <param name="VisitsA">Its visits in period A.</param>
/// <param name="VisitsB">Its visits in period B.</param>
public sealed record MovedSchool(
    string Uai, SchoolMove Move, string AcademyCode, string DepartmentCode, string Platform, int Weeks, int FedWeeksA, int FedWeeksB, long VisitsA, long VisitsB);
