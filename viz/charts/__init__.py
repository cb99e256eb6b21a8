"""Charts of answers: Vega-Lite through Altair, drawn in the page or here."""
