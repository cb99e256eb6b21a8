"""What assistants ask by the Model Context Protocol: tools, resources and prompts out of the catalogue."""
