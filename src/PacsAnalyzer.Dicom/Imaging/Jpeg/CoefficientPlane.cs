namespace PacsAnalyzer.Dicom.Imaging;

/// <summary>The DCT coefficients of one component of a JPEG frame, in natural order, block after block.</summary>
internal sealed class CoefficientPlane
{
    /// <summary>Allocates the plane.</summary>
    /// <param name="component">The component.</param>
    /// <param name="frame">Its frame.</param>
    public CoefficientPlane(JpegComponent component, JpegFrame frame)
    {
        Component = component;
        McusAcross = Divide(frame.Width, 8 * frame.MaxHorizontal);
        McusDown = Divide(frame.Height, 8 * frame.MaxVertical);
        BlocksPerRow = McusAcross * component.Horizontal;
        BlockRows = McusDown * component.Vertical;
        ScanBlocksAcross = Divide(Divide(frame.Width * component.Horizontal, frame.MaxHorizontal), 8);
        ScanBlocksDown = Divide(Divide(frame.Height * component.Vertical, frame.MaxVertical), 8);
        Coefficients = new short[checked(BlocksPerRow * BlockRows * 64)];
    }

    /// <summary>The component.</summary>
    public JpegComponent Component { get; }

    /// <summary>MCUs across the frame.</summary>
    public int McusAcross { get; }

    /// <summary>MCUs down the frame.</summary>
    public int McusDown { get; }

    /// <summary>Blocks stored in a row, those beyond the picture included.</summary>
    public int BlocksPerRow { get; }

    /// <summary>Rows of blocks stored.</summary>
    public int BlockRows { get; }

    /// <summary>Blocks across in a scan of this component alone (T.81 section A.2.2).</summary>
    public int ScanBlocksAcross { get; }

    /// <summary>Blocks down in a scan of this component alone.</summary>
    public int ScanBlocksDown { get; }

    /// <summary>All coefficients.</summary>
    public short[] Coefficients { get; }

    /// <summary>A block's coefficients.</summary>
    /// <param name="row">Row of blocks.</param>
    /// <param name="column">Column of blocks.</param>
    public Span<short> Block(int row, int column) => Coefficients.AsSpan(((row * BlocksPerRow) + column) * 64, 64);

    private static int Divide(int value, int by) => (value + by - 1) / by;
}
