using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits.Partitions;

public class MemoryBudgetTest
{
    [Fact]
    public void What_is_reserved_is_taken_off_but_a_quarter_is_left()
    {
        var budget = new MemoryBudget(1_200);
        Assert.Equal(1_200, budget.LimitBytes);
        budget.Reserve(200);
        Assert.Equal(1_000, budget.LimitBytes);
        budget.Reserve(700);
        Assert.Equal(300, budget.LimitBytes);
        budget.Reserve(1);
        Assert.Equal(300, budget.LimitBytes);
        budget.Reserve(10_000);
        Assert.Equal(300, budget.LimitBytes);
    }

    [Fact]
    public void A_budget_is_exceeded_beyond_its_last_byte()
    {
        var budget = new MemoryBudget(1_200);
        budget.Take(1_200);
        Assert.False(budget.IsExceeded);
        budget.Take(1);
        Assert.True(budget.IsExceeded);
        budget.Give(2);
        Assert.Equal((1_199, false), (budget.UsedBytes, budget.IsExceeded));
        budget.Reserve(2);
        Assert.True(budget.IsExceeded);
    }
}
