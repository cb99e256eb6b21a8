"""The whole graph as one file, and the graph out of such a file. The file is called a snapshot where people meet it."""
