namespace Dnma.Engine;

/// <summary>The stages of a measurement, in order.</summary>
public enum MeasurementStage
{
    /// <summary>Inputs are read, decoded, qualified and scattered by visitor.</summary>
    Reading,

    /// <summary>Visits are built and counted.</summary>
    Counting,

    /// <summary>Tables are made and laws are checked.</summary>
    Publishing,
}
