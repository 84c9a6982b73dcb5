#!/usr/bin/env dotnet
#:project ../src/Dnma.Engine.Study2022/Dnma.Engine.Study2022.csproj
#:property PublishAot=false

// The study of December 2022, reproduced: two autumns are lived and logged, then measured.  dotnet run samples/study2022.cs [-- FOLDER]
using Dnma.Engine.Study2022.Drawing;
using Dnma.Engine.Study2022.Logs;
using Dnma.Engine.Study2022.Results;

var folder = args is [var named] ? named : Path.Combine("out", "study2022");

// Whatever is printed and drawn was counted by the engine from these log lines.
var logs = StudyLogs.Write(folder);
var results = await StudyMeasurements.MeasureAsync(logs);
Console.Write(StudyText.Of(results));
Console.WriteLine($"In {folder}: the logs, and {string.Join(" ", StudyPictures.Draw(results, folder).Select(Path.GetFileName))}");
