using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class MatomoTableTest
{
    private const long Ten = 1_662_372_000_000;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Rows_of_the_three_tables_are_these_hits(char separator)
    {
        var sink = new CollectingSink("custom_dimension_5");
        var tables = Sample.Tables();
        foreach (var text in new[] { Sample.Visits, Sample.Actions, Sample.Links })
        {
            Decode(text.Replace(',', separator), tables, sink);
        }

        Assert.Equal(Sample.Hits, sink.Hits);
        Assert.Equal(Sample.Rejects, sink.Rejects.Select(reject => (reject.Reason, reject.Position.Line - 1)));
    }

    [Fact]
    public void The_order_of_files_and_the_states_of_a_visit_do_not_matter()
    {
        const string Header = "idvisit,idsite,user_id,visit_last_action_time\n";
        var early = Header + "1,1,early,2022-09-05 10:00:00\n";
        var late = Header + "1,1,late,2022-09-05 10:30:00\n";
        foreach (var (first, second) in new[] { (early, late), (late, early) })
        {
            var sink = new CollectingSink();
            var tables = Sample.Tables();
            foreach (var text in new[] { first, Sample.Actions, second, "idvisit,idsite,server_time,idaction_url\n1,1,2022-09-05 10:00:00,1\n" })
            {
                Decode(text, tables, sink);
            }

            Assert.Equal("late", Assert.Single(sink.Hits).Visitor);
        }
    }

    [Fact]
    public void A_visit_of_another_site_is_not_the_rows_visit()
    {
        var sink = new CollectingSink();
        var tables = Sample.Tables();
        foreach (var text in new[] { Sample.Visits, Sample.Actions, "idvisit,idsite,server_time,idaction_url\n1,2,2022-09-05 10:00:00,1\n" })
        {
            Decode(text, tables, sink);
        }

        Assert.Equal(RejectReason.OrphanRow, Assert.Single(sink.Reasons));
    }

    [Fact]
    public void Rows_of_look_ups_without_id_are_rejected()
    {
        var sink = new CollectingSink();
        var tables = Sample.Tables();
        Decode("idvisit,idsite,user_id\n,1,a\nx,1,b\n1,\\N,c\n0,1,d\n1,1,e\n", tables, sink);
        Decode("idaction,name,type\nNULL,a,1\n1,b,\n2,c,1000\n3,d,1\n", tables, sink);
        Assert.Equal(Enumerable.Repeat(RejectReason.Malformed, 7), sink.Reasons);
    }

    [Fact]
    public void Hits_need_their_look_ups()
    {
        var sink = new CollectingSink();
        var tables = Sample.Tables();
        Decode(Sample.Visits, tables, sink);
        var error = Assert.Throws<EngineException>(() => Decode(Sample.Links, tables, sink));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains("log_action", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_of_two_databases_are_told_apart()
    {
        var tables = Sample.Tables();
        Decode("idaction,name,type\n1,a,1\n1,a,1\n", tables, new CollectingSink());
        Assert.Throws<EngineException>(() => Decode("idaction,name,type\n1,b,1\n", tables, new CollectingSink()));
    }

    [Fact]
    public void Look_ups_stay_within_their_budget()
    {
        var text = "idvisit,idsite,user_id\n" + string.Concat(Enumerable.Range(1, 50_000).Select(id => $"{id},1,a-person-with-a-long-id-{id}\n"));
        var error = Assert.Throws<EngineException>(
            () => Decode(text, new MatomoTables(MatomoMapping.Default, byteBudget: 2 << 20), new CollectingSink()));
        Assert.Equal(ErrorId.MemoryLimitTooLow, error.Id);
        Assert.Contains("--memory", error.Remedy, StringComparison.Ordinal);
        Decode(text, new MatomoTables(MatomoMapping.Default, byteBudget: 8 << 20), new CollectingSink());
    }

    [Fact]
    public void Dimensions_can_be_moved()
    {
        var tables = new MatomoTables(new MatomoMapping { Profile = 7, Structure = 0, Host = 0, Service = 9, Type = 11, Tool = 12, Project = 13 }, 1 << 24);
        var sink = new CollectingSink();
        Decode("idvisit,idsite,user_id,custom_dimension_1,custom_dimension_7,custom_dimension_9\n1,1,u,x,Teacher,\n", tables, sink);
        Decode(Sample.Actions, tables, sink);
        Decode("idvisit,idsite,server_time,idaction_url,custom_dimension_9,custom_dimension_2,custom_dimension_11,custom_dimension_12,custom_dimension_13\n1,1,2022-09-05 10:00:00,1,NOTES,0450822X,TIERS,PMB,leia\n", tables, sink);
        Assert.Equal(
            new CollectedHit(Ten, "u") { Collectivity = "1", Page = "ent.fr/accueil", Profile = "Teacher", Service = "NOTES", Type = "TIERS", Tool = "PMB", Project = "leia", Flags = HitFlags.CollectivityIsSite },
            Assert.Single(sink.Hits));
    }

    [Theory]
    [InlineData("0123456789abcdef", "0123456789abcdef")]
    [InlineData("0123456789ABCDEF", "0123456789abcdef")]
    [InlineData("0x0123456789ABCDEF", "0123456789abcdef")]
    [InlineData("not an id", "not an id")]
    [InlineData("0x", "0x")]
    [InlineData("", "")]
    public void Visitor_ids_have_one_form(string id, string expected)
    {
        Span<byte> scratch = stackalloc byte[MatomoVisitorId.MaxLength];
        Assert.Equal(expected, Encoding.UTF8.GetString(MatomoVisitorId.Normalise(Encoding.UTF8.GetBytes(id), scratch)));
    }

    [Fact]
    public void Bare_visitor_ids_become_hexadecimal()
    {
        Span<byte> scratch = stackalloc byte[MatomoVisitorId.MaxLength];
        byte[] id = [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF];
        Assert.Equal("0123456789abcdef", Encoding.UTF8.GetString(MatomoVisitorId.Normalise(id, scratch)));
    }

    private static void Decode(string text, MatomoTables tables, CollectingSink sink)
    {
        var layout = TableDetection.TryDetect(Encoding.UTF8.GetBytes(text), TableKind.None, "table.csv", tables, out var whyNot);
        Assert.Equal("", whyNot);
        sink.Decode(Assert.IsType<MatomoTableLayout>(layout), text);
    }

    /// <summary>A small database, and the hits that it stands for, written by hand.</summary>
    internal static class Sample
    {
        public const string Visits =
            "idvisit,idsite,idvisitor,user_id,visit_last_action_time,config_device_type,config_os,config_browser_name,custom_dimension_1,custom_dimension_2,custom_dimension_3,custom_dimension_5\n"
            + "1,1,0x0123456789ABCDEF,anna,2022-09-05 10:20:00,1,AND,CH,Student,s-17,ent.fr,6A\n"
            + "2,1,fedcba9876543210,\\N,2022-09-05 10:00:00,0,WIN,FF,\\N,\\N,\\N,\\N\n"
            + "3,1,,bob,2022-09-05 10:00:00,2,IOS,MF,Teacher,0450822x,,\n";

        public const string Actions =
            "idaction,name,hash,type,url_prefix\n"
            + "1,ent.fr/accueil,11,1,2\n"
            + "2,autre.fr,12,2,2\n"
            + "3,ent.fr/cours.pdf,13,3,2\n"
            + "4,Accueil,14,4,\\N\n"
            + "5,mots cherchés,15,8,\\N\n"
            + "6,jeux,16,10,\\N\n"
            + "7,gagné,17,11,\\N\n"
            + "8,bannière,18,13,\\N\n";

        public const string Links =
            "idlink_va,idsite,idvisitor,idvisit,idaction_url,idaction_name,server_time,idaction_event_category,idaction_event_action,idaction_content_name,custom_dimension_1,custom_dimension_2,custom_dimension_5\n"
            + "1,1,0123456789abcdef,1,1,4,2022-09-05 10:00:00,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "2,1,0123456789abcdef,1,2,\\N,2022-09-05 10:00:01,\\N,\\N,\\N,\\N,\\N,5B\n"
            + "3,1,0123456789abcdef,1,3,\\N,2022-09-05 10:00:02,,,,,,\n"
            + "4,1,0123456789abcdef,1,\\N,4,2022-09-05 10:00:03,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "5,1,0123456789abcdef,1,\\N,5,2022-09-05 10:00:04,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "6,1,0123456789abcdef,1,1.0,\\N,2022-09-05 10:00:05,6,7,\\N,\\N,\\N,\\N\n"
            + "7,1,0123456789abcdef,1,1,\\N,2022-09-05 10:00:06,\\N,\\N,8,\\N,\\N,\\N\n"
            + "8,1,fedcba9876543210,2,1,\\N,2022-09-05 10:00:07,\\N,\\N,\\N,Relative,unknown,\\N\n"
            + "9,1,00000000000000AA,3,99,\\N,2022-09-05 10:00:08,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "10,1,0123456789abcdef,77,1,\\N,2022-09-05 10:00:09,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "11,1,0123456789abcdef,1,1,\\N,\\N,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "12,1,0123456789abcdef,1,1,\\N,0000-00-00 00:00:00,\\N,\\N,\\N,\\N,\\N,\\N\n"
            + "13,1,0123456789abcdef,\\N,1,\\N,2022-09-05 10:00:10,\\N,\\N,\\N,\\N,\\N,\\N\n";

        /// <summary>Reasons, and rows from 1.</summary>
        public static readonly (RejectReason Reason, long Row)[] Rejects =
            [(RejectReason.OrphanRow, 10), (RejectReason.MissingInstant, 11), (RejectReason.BadInstant, 12), (RejectReason.Malformed, 13)];

        /// <summary>One hit for each of the first nine rows.</summary>
        public static IReadOnlyList<CollectedHit> Hits
        {
            get
            {
                var anna = new CollectedHit(Ten, "anna")
                {
                    Client = "0123456789abcdef",
                    Collectivity = "1",
                    Device = "1",
                    Os = "AND",
                    Browser = "CH",
                    Profile = "Student",
                    Uai = "0010024W",
                    Platform = "ent.fr",
                    Customs = "6A",
                    Flags = HitFlags.CollectivityIsSite,
                };
                return
                [
                    anna with { Kind = HitKind.Page, Page = "ent.fr/accueil" },
                    anna with { InstantMs = Ten + 1000, Kind = HitKind.Click, Page = "autre.fr", Customs = "5B" },
                    anna with { InstantMs = Ten + 2000, Kind = HitKind.Click, Page = "ent.fr/cours.pdf", Flags = HitFlags.CollectivityIsSite | HitFlags.Download },
                    anna with { InstantMs = Ten + 3000, Kind = HitKind.Page, Page = "Accueil" },
                    anna with { InstantMs = Ten + 4000, Kind = HitKind.Event, Label = "search" },
                    anna with { InstantMs = Ten + 5000, Kind = HitKind.Event, Page = "ent.fr/accueil", Label = "jeux / gagné" },
                    anna with { InstantMs = Ten + 6000, Kind = HitKind.Event, Page = "ent.fr/accueil", Label = "bannière" },
                    new CollectedHit(Ten + 7000, "")
                    {
                        Client = "fedcba9876543210",
                        Collectivity = "1",
                        Device = "0",
                        Os = "WIN",
                        Browser = "FF",
                        Profile = "Relative",
                        Page = "ent.fr/accueil",
                        Flags = HitFlags.CollectivityIsSite | HitFlags.UaiMalformed,
                    },
                    new CollectedHit(Ten + 8000, "bob")
                    {
                        Client = "00000000000000aa",
                        Collectivity = "1",
                        Device = "2",
                        Os = "IOS",
                        Browser = "MF",
                        Profile = "Teacher",
                        Uai = "0450822x",
                        Kind = HitKind.Event,
                        Flags = HitFlags.CollectivityIsSite,
                    },
                ];
            }
        }

        public static MatomoTables Tables() =>
            new(MatomoMapping.Default with { Structures = new OneStructure() }, byteBudget: 1 << 24);
    }

    /// <summary>Knows that s-17 is 0010024W.</summary>
    private sealed class OneStructure : IStructureLookup
    {
        public bool TryFind(ReadOnlySpan<byte> structure, out ReadOnlySpan<byte> uai)
        {
            var isKnown = structure.SequenceEqual("s-17"u8);
            uai = isKnown ? "0010024W"u8 : default;
            return isKnown;
        }
    }
}
