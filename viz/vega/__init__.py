"""What all charts share: colours, lines, labels, layouts, and the way from Altair to Vega and to a file."""
