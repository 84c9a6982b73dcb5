using FsCheck.Xunit;

namespace Dnma.Engine.Tests;

public class SmokeTest
{
    [Fact] public void Runs() => Assert.Equal(2, 1 + 1);

    [Property] public bool Prop(int a) => a + 0L == a;
}
