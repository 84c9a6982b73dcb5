using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>The modalities of design §6, spelled out, and the slots that a visit stands in.</summary>
public class ModalitySlotsTest
{
    private static readonly string[] Profiles = ["inconnu", "eleve", "enseignant", "parent", "admin_vie_scol_tech", "autre", "collectivite"];
    private static readonly string[] Devices = ["inconnu", "ordinateur", "smartphone", "tablette", "autreappareil"];
    private static readonly string[] Systems = ["inconnu", "android", "windows", "ios", "macos", "chromeos", "linux", "autreos"];

    private static readonly string[] Browsers =
    [
        "inconnu", "chromemobile", "safari", "chrome", "firefox", "edge", "samsungbrowser", "opera", "huaweibrowser", "miuibrowser", "autrenavigateur",
    ];

    private static readonly string[] Objects = ["aucun", "speaker", "display", "fridge", "car", "tv", "console", "wearable"];

    [Fact]
    public void Every_modality_has_one_slot()
    {
        string[] expected =
        [
            "total total",
            .. Profiles.Select(code => $"profile {code}"),
            .. Devices.Select(code => $"device {code}"),
            .. Systems.Select(code => $"os {code}"),
            .. Browsers.Select(code => $"browser {code}"),
            "school-level inconnu", "school-level 1d", "school-level 2d",
            .. Profiles.SelectMany(profile => Devices.Select(device => $"profile-device {profile}_{device}")),
            .. Objects.Select(code => $"connected-object {code}"),
        ];
        Assert.Equal(ModalitySlots.Count, expected.Length);
        Assert.Equal(expected.Order(), Enumerable.Range(0, ModalitySlots.Count).Select(slot => $"{ModalitySlots.Dimensions[slot]} {ModalitySlots.Modalities[slot]}").Order());
    }

    [Fact]
    public void A_visit_stands_in_the_slots_of_what_it_is()
    {
        Span<int> slots = stackalloc int[ModalitySlots.PerVisit];
        for (var i = 0; i < Profiles.Length * Devices.Length * Systems.Length * Browsers.Length; i++)
        {
            var (profile, device, os, browser) = (i % 7, i / 7 % 5, i / 35 % 8, i / 280);
            var (school, thing) = (i % 3, i % 8);
            var traits = new DeviceTraits((DeviceClass)device, (OperatingSystemFamily)os, (BrowserFamily)browser, (ConnectedObject)thing);
            new VisitFacts((Profile)profile, traits, (SchoolLevel)school).FillSlots(slots);
            var found = new List<string>();
            foreach (var slot in slots)
            {
                found.Add($"{ModalitySlots.Dimensions[slot]} {ModalitySlots.Modalities[slot]}");
            }

            Assert.Equal(
                [
                    "total total", $"profile {Profiles[profile]}", $"device {Devices[device]}", $"os {Systems[os]}", $"browser {Browsers[browser]}",
                    $"school-level {new[] { "inconnu", "1d", "2d" }[school]}", $"profile-device {Profiles[profile]}_{Devices[device]}", $"connected-object {Objects[thing]}",
                ],
                found);
        }
    }

    [Fact]
    public void Facts_give_back_what_they_were_made_of()
    {
        var facts = new VisitFacts(Profile.Collectivite, new DeviceTraits(0xFFFF), SchoolLevel.Second);
        Assert.Equal((Profile.Collectivite, 0xFFFFu, SchoolLevel.Second), (facts.Profile, facts.Traits.Bits, facts.SchoolLevel));
        facts = new VisitFacts(Profile.Inconnu, default, SchoolLevel.First);
        Assert.Equal((Profile.Inconnu, 0u, SchoolLevel.First), (facts.Profile, facts.Traits.Bits, facts.SchoolLevel));
    }
}
