using Dnma.Engine.Reports;
using Dnma.Engine.Store.Sql;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Dnma.Engine.Tests.Documents;

/// <summary>
/// The questions of the cookbook, asked in C# and in SQL of the same measurement: both answers are the one on the page. With DNMA_WRITE=cookbook in the environment
/// the page's answers are made anew instead.
/// </summary>
public sealed class CookbookTest(CookbookTest.Kitchen kitchen) : IClassFixture<CookbookTest.Kitchen>
{
    private const string Page = "docs/cookbook.md";

    public static TheoryData<string> Questions() => [.. Cookbook.Read(Page).Recipes.Select(recipe => recipe.Question)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Both_answers_are_the_one_on_the_page(string question)
    {
        var recipe = Cookbook.Read(Page).Recipes.Single(one => one.Question == question);
        var answer = AnswerTable.Of(await kitchen.RunAsync(recipe.Code));
        Assert.True(answer.Rows.Count > 0, "nobody asks what has no answer");
        Assert.Equal(answer.ToString(), AnswerTable.Of(kitchen.Database.Query(Cookbook.Here(recipe.Sql))).ToString());
        if (Environment.GetEnvironmentVariable("DNMA_WRITE") == "cookbook")
        {
            Cookbook.Write(Page, recipe, answer.ToString());
        }
        else
        {
            Assert.Equal(answer.ToString(), recipe.Answer);
        }
    }

    [Fact]
    public void There_are_twenty_questions_each_with_its_number()
    {
        var recipes = Cookbook.Read(Page).Recipes;
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{number}."), recipes.Select(recipe => recipe.Question.Split(' ')[0]));
    }

    /// <summary>The page's first block, run once, and whatever follows it.</summary>
    public sealed class Kitchen : IAsyncLifetime
    {
        private ScriptState? _state;

        /// <summary>What the page calls <c>database</c>.</summary>
        public MeasurementDatabase Database => (MeasurementDatabase)_state!.GetVariable("database").Value;

        public async ValueTask InitializeAsync()
        {
            var options = ScriptOptions.Default
                .AddReferences(typeof(AudienceEngine).Assembly, typeof(Microsoft.Data.Analysis.DataFrame).Assembly, typeof(Apache.Arrow.RecordBatch).Assembly)
                .AddReferences(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.GetName().Name is "System.Runtime" or "netstandard" or "System.Linq" or "System.Collections" or "System.IO.Compression"))
                .AddImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks");
            _state = await Task.Run(() => CSharpScript.RunAsync(Cookbook.Here(Cookbook.Read(Page).Setup), options));
        }

        /// <summary>The value of a block's last line.</summary>
        public async Task<object> RunAsync(string code) => (await Task.Run(() => _state!.ContinueWithAsync<object>(code))).ReturnValue;

        public async ValueTask DisposeAsync()
        {
            Database.Dispose();
            await ((AudienceEngine)_state!.GetVariable("engine").Value).DisposeAsync();
        }
    }
}
