"""What an author may write, as frozen types, and the whole curriculum with its look-ups by id."""
