"""The teaching order, and the words met along it."""
