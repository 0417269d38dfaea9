"""What ties entities together, and the ways from one to another."""
