"""Pictures of what is in a pack, for those who look before they download: no office program has a part in it."""
