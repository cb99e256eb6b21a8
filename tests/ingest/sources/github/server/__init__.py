"""A GitHub of our own on loopback: a made-up world behind answers of the shapes that GitHub publishes."""
