using System.ComponentModel.DataAnnotations;

namespace PacsAnalyzer.Scp.Configuration.Options;

/// <summary>Bone density.</summary>
public sealed class SpineOptions
{
    /// <summary>Scanners whose HU are turned into mg/cm3; two entries that match one series are an error.</summary>
    public List<CalibrationOptions> Calibrations { get; set; } = [];
}

/// <summary>A straight line from HU to mg/cm3 for one kind of scan.</summary>
public sealed class CalibrationOptions
{
    /// <summary>Manufacturer (0008,0070), <c>*</c> for any.</summary>
    [Required]
    public string Manufacturer { get; set; } = "*";

    /// <summary>Model name (0008,1090), <c>*</c> for any.</summary>
    [Required]
    public string Model { get; set; } = "*";

    /// <summary>Tube voltage (0018,0060), kV.</summary>
    [Range(60, 160)]
    public double Kvp { get; set; } = 120;

    /// <summary>mg/cm3 per HU.</summary>
    [Range(0.1, 5)]
    public double Slope { get; set; } = 1;

    /// <summary>mg/cm3 at 0 HU.</summary>
    [Range(-200, 200)]
    public double Intercept { get; set; }
}
