"""OpenDigger's labels: a tree of companies, foundations, technologies and places, with what belongs to each."""
