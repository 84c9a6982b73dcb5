namespace Dnma.Engine.Analysis.Series;

/// <summary>Goes through a set of series, one by one, and finds where they depart from what their profile and their own level expect. Not thread safe.</summary>
/// <param name="set">The series.</param>
/// <param name="profiles">By group, what each week is expected to be in units of a series' level; 0 where it is not judged.</param>
/// <param name="groupOf">The group of each series; −1 for one that cannot be judged.</param>
internal sealed class SeriesStudy(SeriesSet set, IReadOnlyList<double[]> profiles, IReadOnlyList<int> groupOf)
{
    /// <summary>How much levels wander: use does, what is a ratio to it less (relative, squared).</summary>
    private const double WanderingOfCounts = 0.05 * 0.05;
    private const double WanderingOfRatios = 0.03 * 0.03;

    private readonly ComparableWeeks _weeks = new(set.Weeks);
    private readonly bool[] _isSilent = new bool[set.Weeks];
    private readonly List<Departure> _found = [];
    private readonly OutlyingWeeks _outlying = new(set.Weeks);
    private LevelShifts _shifts = new(0);

    /// <summary>What the series are ratios to; null for counts of their own.</summary>
    public SeriesSet? Divisors { get; init; }

    /// <summary>Which of the divisors each series has; null when they go together one by one.</summary>
    public IReadOnlyList<int>? DivisorOf { get; init; }

    /// <summary>Whether chance acts on what the series are ratios to (hits of visits) rather than on their own counts (visits of a service).</summary>
    public bool BasesCount { get; init; }

    /// <summary>What is looked for.</summary>
    public SeriesQuestions Questions { get; init; } = SeriesQuestions.Silence | SeriesQuestions.Shift | SeriesQuestions.Week;

    /// <summary>How many series could be judged.</summary>
    public long SeriesJudged { get; private set; }

    /// <summary>How many single weeks, and pairs of them, could be judged.</summary>
    public long WeeksJudged { get; private set; }

    /// <summary>Goes through all series.</summary>
    /// <returns>What was found, with the chances of single tests.</returns>
    public IReadOnlyList<Departure> Run()
    {
        _shifts = new LevelShifts(set.Weeks) { Wandering = Divisors is null ? WanderingOfCounts : WanderingOfRatios };
        var own = new OwnNoise[set.Count];
        var unrest = new Unrest[profiles.Count];
        for (var series = 0; series < set.Count; series++)
        {
            if (Take(series))
            {
                own[series] = _weeks.Noise();
                if (Questions.HasFlag(SeriesQuestions.Week))
                {
                    (unrest[groupOf[series]] ??= new Unrest(set.Weeks)).Add(_weeks);
                }
            }
        }

        var common = OfGroups(own);
        var beyond = Array.ConvertAll(unrest, some => some?.ToVariances() ?? []);
        for (var series = 0; series < set.Count; series++)
        {
            if (Take(series))
            {
                SeriesJudged++;
                Judge(series, common[groupOf[series]].NoiseOf(own[series]), beyond[groupOf[series]]);
            }
        }

        return _found;
    }

    private bool Take(int series) =>
        groupOf[series] >= 0 && _weeks.Take(
            set[series], profiles[groupOf[series]], Divisors is null ? [] : Divisors[DivisorOf?[series] ?? series], BasesCount);

    /// <summary>What the series of each group have in common.</summary>
    private GroupNoise[] OfGroups(OwnNoise[] own)
    {
        var members = new List<OwnNoise>[profiles.Count];
        for (var series = 0; series < own.Length; series++)
        {
            if (own[series].Degrees > 0)
            {
                (members[groupOf[series]] ??= []).Add(own[series]);
            }
        }

        return Array.ConvertAll(members, some => some is null ? GroupNoise.Unknown : GroupNoise.Of(some));
    }

    private void Judge(int series, SeriesNoise noise, double[] unrest)
    {
        if (Questions.HasFlag(SeriesQuestions.Silence))
        {
            Array.Clear(_isSilent);
            Silences.Find(_weeks, noise.Dispersion, _isSilent, series, _found);
            _weeks.LeaveOut(_isSilent.AsSpan(0, _weeks.Count));
        }

        if (!Questions.HasFlag(SeriesQuestions.Shift) && !Questions.HasFlag(SeriesQuestions.Week))
        {
            return;
        }

        var shifts = _shifts.Find(_weeks, noise);
        if (Questions.HasFlag(SeriesQuestions.Shift))
        {
            AddShifts(series, shifts);
        }

        if (Questions.HasFlag(SeriesQuestions.Week))
        {
            for (var level = 0; level <= shifts.Count; level++)
            {
                var from = level == 0 ? 0 : shifts[level - 1].Position;
                var to = level == shifts.Count ? _weeks.Count : shifts[level].Position;
                WeeksJudged += _outlying.Find(_weeks, from, to, noise, unrest, series, _found);
            }
        }
    }

    /// <summary>Adds the shifts that are no return to the level before the shift before.</summary>
    private void AddShifts(int series, IReadOnlyList<LevelShift> shifts)
    {
        var added = -1;
        for (var i = 0; i < shifts.Count; i++)
        {
            var shift = shifts[i];
            if (added == i - 1 && i > 0 && shift.Size * shifts[i - 1].Size < 0 && Math.Abs(shift.Size + shifts[i - 1].Size) < Math.Abs(shifts[i - 1].Size) / 2)
            {
                continue;
            }

            added = i;
            var end = i + 1 < shifts.Count ? shifts[i + 1].Position : _weeks.Count;
            var (value, shape, divisor) = _weeks.Sums(shift.Position, end);
            _found.Add(new Departure(
                series,
                shift.Size < 0 ? DepartureKind.StepDown : DepartureKind.StepUp,
                _weeks.Week[shift.Position],
                _weeks.Week[end - 1],
                _weeks.Week[Math.Min(shift.Position + 2, _weeks.Count - 1)],
                value,
                shape * Math.Exp(shift.Before),
                divisor,
                shift.Chance));
        }
    }
}
