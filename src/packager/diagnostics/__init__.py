"""What can be said about a source: findings with a place, and the ways to print them."""
