namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Precision, recall and their harmonic mean.</summary>
/// <param name="Precision">Share of the prediction's bigrams found in the reference.</param>
/// <param name="Recall">Share of the reference's bigrams found in the prediction.</param>
/// <param name="F">2PR ÷ (P + R); 0 when both are 0.</param>
public readonly record struct RougeScore(double Precision, double Recall, double F);
