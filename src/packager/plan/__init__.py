"""Which files are wanted, what each is made of, and the one place that writes them."""
