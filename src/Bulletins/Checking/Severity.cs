namespace Bulletins.Checking;

/// <summary>How much a finding matters. Errors and warnings fail a run, notes are only told.</summary>
public enum Severity { Off, Note, Warning, Error }

/// <summary>The part of a record that a rule looks at.</summary>
public enum CheckArea { Document, Repairs, Articles, Figures }
